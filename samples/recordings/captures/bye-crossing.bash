shows='Alice and Bob hang up at the same moment: their BYEs cross (the proxy is slow, 200 ms for every request in a dialog).'
cast=(alice:baresip:1001 bob:baresip:1002)
proxy_flags=(SLOW=200000)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up alice
    hang_up bob
    seen 4 'BYE sip:'
}
