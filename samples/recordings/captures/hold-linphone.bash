shows='As `hold`, with another make of phone and the callee holding; the resuming offer has no direction attribute.'
cast=(alice:baresip:1001 bob:linphonec:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hold bob
    seen 4 'ACK sip:'
    sleep 3
    resume bob
    seen 6 'ACK sip:'
    sleep 1
    hang_up bob
    seen 2 'BYE sip:'
}
