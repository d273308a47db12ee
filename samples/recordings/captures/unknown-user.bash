shows='Alice calls a number that does not exist: 404 from the proxy.'
cast=(alice:baresip:1001)

play() {
    dial alice 1999
    seen 1 'SIP/2.0 404'
    seen 1 'ACK sip:'
}
