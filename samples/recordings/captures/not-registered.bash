shows='Alice calls Bob, whose phone is switched off: 480 from the proxy at once.'
cast=(alice:baresip:1001)

play() {
    dial alice 1002
    seen 1 'SIP/2.0 480'
    seen 1 'ACK sip:'
}
