shows='Nobody answers; after 30 s of ringing Bob’s phone itself gives up, and says 486 Busy here, where one would expect 408 or 480.'
cast=(alice:baresip:1001 bob:linphonec:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    seen 2 'ACK sip:' 40
}
