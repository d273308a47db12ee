shows='An INVITE with forty ICE candidates, longer than one Ethernet frame: it travels as two IP fragments to the proxy and, longer by what the proxy adds, as three to Bob.'
cast=(bob:baresip:1002)

play() {
    cast_phone alice sipp-call-large 1001
    sipp_up alice call-large 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    seen 2 'BYE sip:'
}
