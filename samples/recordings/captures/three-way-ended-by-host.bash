shows='As `three-way`, but Alice ends the conference and her phone is in a muddle: it takes Carol out with a re-INVITE, sends BYE before that is acknowledged, and BYE again and again.'
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
    tell alice 'conference end'
    sleep 1
    tell alice 'terminate all'
    seen 4 'BYE sip:'
}
