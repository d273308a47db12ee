shows='The gateway plays its own ringing tone in 183 with SDP before it answers.'
cast=(alice:baresip:1001 gateway:sipp-early-media:)

play() {
    dial alice 9001
    seen 2 'ACK sip:' 20
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
