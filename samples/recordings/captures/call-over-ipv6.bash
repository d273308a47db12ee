shows='A call over IPv6, addresses from the documentation prefix 2001:db8::/32.'
cast=(alice:baresip:1001 bob:baresip:1002)
family=6

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
