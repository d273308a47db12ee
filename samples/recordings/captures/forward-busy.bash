shows='Bob is busy; the proxy tells Alice 181 and sends the call on to Carol with Diversion, reason user-busy.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1003)
proxy_flags=(WITH_FORWARD_BUSY)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    hang_up bob
    seen 4 'SIP/2.0 180'
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
