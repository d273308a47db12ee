shows='As `blind-transfer`, with another make of phone: Bob’s phone first puts Alice on hold, and its first NOTIFY comes after it has called Carol.'
cast=(alice:linphonec:1001 bob:linphonec:1002 carol:linphonec:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    tell alice 'transfer sip:1003@callogram.example'
    seen 2 'REFER sip:'
    seen 4 'SIP/2.0 180'
    answer carol
    seen 4 'ACK sip:'
    sleep 2
    hang_up carol
    seen 2 'BYE sip:'
}
