shows='Alice calls Bob through the proxy, Bob answers, they talk, Bob hangs up first.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up bob
    seen 2 'BYE sip:'
}
