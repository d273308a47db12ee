shows='Alice puts Bob on hold with a re-INVITE and takes him back after three seconds; then she hangs up.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hold alice
    seen 4 'ACK sip:'
    sleep 3
    resume alice
    seen 6 'ACK sip:'
    sleep 1
    hang_up alice
    seen 2 'BYE sip:'
}
