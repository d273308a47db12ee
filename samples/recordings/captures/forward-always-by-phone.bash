shows='Bob’s phone answers 302 with Diversion; the proxy follows it, tells Alice 181 and calls Carol.'
cast=(alice:baresip:1001 bob:sipp-moved:1002 carol:baresip:1003)
proxy_flags=(WITH_REDIRECT)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
