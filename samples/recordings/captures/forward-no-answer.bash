shows='Bob does not answer for 15 s; the proxy cancels his ringing, tells Alice 181 and sends the call on to Carol with Diversion, reason no-answer.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1003)
proxy_flags=(WITH_FORWARD_NOANSWER NO_ANSWER=15000)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    seen 4 'SIP/2.0 180' 25
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up carol
    seen 2 'BYE sip:'
}
