shows='The proxy challenges Alice’s INVITE with 407; her phone sends it again with credentials and CSeq + 1.'
cast=(alice:baresip:1001 bob:baresip:1002)
proxy_flags=(WITH_CALL_AUTH)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
