shows='Alice calls Bob and presses 1 2 #: her phone sends each key in an INFO.'
cast=(alice:linphonec:1001 bob:linphonec:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 1
    tell alice '1'
    seen 2 'INFO sip:'
    tell alice '2'
    seen 4 'INFO sip:'
    tell alice '#'
    seen 6 'INFO sip:'
    sleep 1
    hang_up bob
    seen 2 'BYE sip:'
}
