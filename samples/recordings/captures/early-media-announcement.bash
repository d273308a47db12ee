shows='The gateway plays an announcement in 183 with SDP and then refuses: 404 with Reason Q.850 cause 1, unallocated number.'
cast=(alice:baresip:1001 gateway:sipp-announcement:)

play() {
    dial alice 9404
    seen 2 'ACK sip:' 20
}
