shows='Alice talks to Bob; Carol calls Alice, whose phone rings again; Alice rejects Carol and goes on with Bob.'
cast=(alice:linphonec:1001 bob:baresip:1002 carol:baresip:1003)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    dial carol 1001
    seen 4 'SIP/2.0 180'
    sleep 2
    hang_up alice 2
    seen 2 'SIP/2.0 603'
    sleep 1
    hang_up bob
    seen 2 'BYE sip:'
}
