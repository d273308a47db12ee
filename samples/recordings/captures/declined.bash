shows='Bob’s phone rings and Bob declines: 603.'
cast=(alice:baresip:1001 bob:linphonec:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    sleep 2
    hang_up bob
    seen 2 'SIP/2.0 603'
}
