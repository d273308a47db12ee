shows='Bob’s phone has lost its cable but is still registered: the proxy repeats its INVITE for 30 s, nothing answers, and Alice gets 408.'
cast=(alice:baresip:1001 bob:baresip:1002)

prepare() {
    unplug bob
}

play() {
    dial alice 1002
    seen 1 'SIP/2.0 408' 45
    seen 1 'ACK sip:'
}
