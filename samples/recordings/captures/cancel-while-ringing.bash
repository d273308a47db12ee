shows='Alice hangs up two seconds after Bob’s phone began to ring.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    sleep 2
    hang_up alice
    seen 2 'ACK sip:'
}
