shows='Bob forwards every call; the proxy answers Alice 302 with Diversion and her phone calls Carol by itself, with the same Call-ID and CSeq + 1.'
cast=(alice:baresip:1001 carol:baresip:1003)
proxy_flags=(WITH_FORWARD_ALWAYS)

play() {
    dial alice 1002
    seen 1 'SIP/2.0 302'
    seen 2 'SIP/2.0 180'
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
