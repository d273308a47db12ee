shows='Alice calls Bob while he talks to Carol on a phone with one line: 486. The call of Bob and Carol began before the recording; a few of its RTP packets are here.'
cast=(alice:baresip:1001 bob:linphonec:1002 carol:baresip:1003)
lines[bob]=1

prepare() {
    dial carol 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
}

play() {
    dial alice 1002
    seen 2 'SIP/2.0 486'
    seen 2 'ACK sip:'
}
