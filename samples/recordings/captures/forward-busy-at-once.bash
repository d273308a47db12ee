shows='Bob talks to Dave on a phone with one line, so it says 486 at once; the proxy tells Alice 181 and sends the call on to Carol with Diversion, reason user-busy. The call of Bob and Dave began before the recording.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1003 dave:baresip:1004)
proxy_flags=(WITH_FORWARD_BUSY)
lines[bob]=1

prepare() {
    dial dave 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
}

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
