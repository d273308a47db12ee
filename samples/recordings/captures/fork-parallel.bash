shows='Bob has two phones under one number; both ring, he answers the first, and the proxy cancels the other with a Reason: call completed elsewhere.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1002)

play() {
    dial alice 1002
    seen 4 'SIP/2.0 180'
    sleep 1
    answer bob
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
