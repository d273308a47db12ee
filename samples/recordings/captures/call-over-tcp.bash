shows='A call over TCP on both hops; every phone has one connection to the proxy, opened by its REGISTER before the recording began.'
cast=(alice:baresip:1001 bob:baresip:1002)
transport=tcp

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up bob
    seen 2 'BYE sip:'
}
