shows='Alice’s cable is out for about three seconds just when Bob answers: his phone repeats the 200, the proxy forwards each, until an ACK comes back.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    unplug alice
    answer bob
    seen 4 'SIP/2.0 200'
    sleep 1
    plug alice
    seen 2 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
