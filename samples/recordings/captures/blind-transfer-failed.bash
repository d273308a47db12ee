shows='Alice transfers Bob to Carol with REFER, Carol rejects, and Bob’s phone reports the 486 with NOTIFY; Alice’s phone takes the last NOTIFY for success and hangs up at once, so Bob is left with nobody.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    tell alice '/transfer sip:1003@callogram.example'
    seen 4 'SIP/2.0 180'
    hang_up carol
    seen 4 'NOTIFY sip:'
    seen 2 'BYE sip:'
}
