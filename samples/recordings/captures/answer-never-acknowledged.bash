shows='Alice’s cable is cut just before Bob answers: his phone repeats the 200 for 64·T1 = 32 s and no ACK ever comes.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    unplug alice
    answer bob
    sleep 40
}
