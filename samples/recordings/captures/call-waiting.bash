shows='Alice talks to Bob; Carol calls Alice, whose phone rings again; Alice answers Carol and thereby holds Bob; Carol hangs up and Alice takes Bob back.'
cast=(alice:linphonec:1001 bob:baresip:1002 carol:baresip:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    dial carol 1001
    seen 4 'SIP/2.0 180'
    sleep 2
    answer alice 2
    seen 6 'ACK sip:'
    sleep 2
    hang_up carol
    seen 2 'BYE sip:'
    resume alice 1
    seen 8 'ACK sip:'
    sleep 1
    hang_up alice 1
    seen 4 'BYE sip:'
}
