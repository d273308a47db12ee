shows='Alice talks to Bob, holds him, calls Carol, and joins both in a conference that her phone mixes: one re-INVITE to each. Carol leaves, and Alice’s phone takes Bob out of the conference with another re-INVITE; then Bob leaves.'
cast=(alice:linphonec:1001 bob:baresip:1002 carol:baresip:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hold alice
    seen 4 'ACK sip:'
    dial alice 1003
    seen 4 'SIP/2.0 180'
    answer carol
    seen 6 'ACK sip:'
    sleep 2
    tell alice 'conference add 1'
    seen 8 'ACK sip:'
    sleep 1
    tell alice 'conference add 2'
    seen 10 'ACK sip:'
    sleep 4
    hang_up carol
    seen 2 'BYE sip:'
    sleep 2
    hang_up bob
    seen 4 'BYE sip:'
}
