shows='Alice holds Bob, and at once Bob, held, holds Alice too: sendonly answered inactive. Neither resumes.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hold alice
    hold bob
    seen 6 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
