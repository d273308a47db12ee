shows='Alice calls Bob through the proxy, Bob answers, they talk, Alice hangs up first. Two makes of phone.'
cast=(alice:linphonec:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
