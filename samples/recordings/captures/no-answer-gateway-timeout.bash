shows='The gateway rings 20 s and then says 480 with Reason Q.850 cause 19, no answer from user.'
cast=(alice:baresip:1001 gateway:sipp-no-answer:)

play() {
    dial alice 9001
    seen 2 'SIP/2.0 180'
    seen 2 'ACK sip:' 40
}
