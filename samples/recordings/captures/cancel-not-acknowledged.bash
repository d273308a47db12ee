shows='Alice hangs up before anything rings, and her phone (a bug of this version) never sends the ACK: the proxy repeats its 487.'
cast=(alice:baresip:1001 gateway:sipp-only-trying:)

play() {
    dial alice 9001
    seen 2 'SIP/2.0 100'
    hang_up alice
    seen 1 'ACK sip:'
    sleep 30
}
