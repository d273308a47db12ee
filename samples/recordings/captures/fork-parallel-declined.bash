shows='Bob has two phones under one number; on one of them he declines with 603, which ends it for all (RFC 3261 section 16.7): the proxy cancels the other.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:linphonec:1002)

play() {
    dial alice 1002
    seen 4 'SIP/2.0 180'
    sleep 1
    hang_up carol
    seen 3 'ACK sip:'
}
