shows='Bob has two phones under one number, the second with a lower q; after 10 s without an answer the proxy cancels the first and tries the second.'
cast=(alice:baresip:1001 bob:baresip:1002 carol:baresip:1002)
proxy_flags=(WITH_SERIAL NO_ANSWER=10000)
account[bob]='mwi=no;regq=0.9'
account[carol]='mwi=no;regq=0.5'

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    seen 4 'SIP/2.0 180' 20
    answer carol
    seen 3 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
