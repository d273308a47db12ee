shows='Bob’s phone rings and Bob presses the reject key: his phone says 486 with its own reason phrase.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    sleep 2
    hang_up bob
    seen 2 'ACK sip:'
}
