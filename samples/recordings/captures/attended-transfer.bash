shows='Alice talks to Bob, holds him, asks Carol, then joins the two: REFER to Bob with Replaces in Refer-To, and Bob’s INVITE replaces the dialog of Alice and Carol. Bob’s phone also puts Alice on hold, and Carol’s ends the replaced dialog with BYE before it answers the new INVITE.'
cast=(alice:linphonec:1001 bob:linphonec:1002 carol:linphonec:1003)

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
    tell alice 'transfer 1 --to-call 2'
    seen 2 'REFER sip:'
    seen 2 'Replaces: '
    seen 8 'ACK sip:'
    sleep 2
    hang_up bob
    sleep 1
}
