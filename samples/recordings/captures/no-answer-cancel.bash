shows='Nobody answers; after 22 s of ringing Alice gives up: CANCEL, its 200, and the 487 of the INVITE, hop by hop. The proxy passes CANCEL on before it answers it.'
cast=(alice:baresip:1001 bob:baresip:1002)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    sleep 22
    hang_up alice
    seen 2 'ACK sip:'
}
