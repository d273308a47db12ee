shows='Alice talks to Bob and transfers him to Carol with REFER, without asking her; Bob’s phone calls Carol and reports with NOTIFY.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    tell alice '/transfer sip:1003@callogram.example'
    seen 2 'REFER sip:'
    seen 4 'SIP/2.0 180'
    answer carol
    seen 4 'ACK sip:'
    sleep 2
    hang_up carol
    seen 2 'BYE sip:'
}
