shows='Nobody answers; after 25 s the proxy’s timer cancels Bob’s ringing and tells Alice 408.'
cast=(alice:baresip:1001 bob:baresip:1002)
proxy_flags=(NO_ANSWER=25000)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    seen 2 'ACK sip:' 40
}
