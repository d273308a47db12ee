shows='Alice hangs up before anything rings: the gateway has only said 100.'
cast=(alice:baresip:1001 gateway:sipp-only-trying:)

play() {
    dial alice 9001
    seen 2 'SIP/2.0 100'
    hang_up alice
    seen 2 'ACK sip:'
}
