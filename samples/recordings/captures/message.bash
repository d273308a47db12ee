shows='Alice sends Bob a text message through the proxy, and Bob answers with one.'
cast=(alice:baresip:1001 bob:baresip:1002)
contact[alice]='"Bob" <sip:1002@callogram.example>'
contact[bob]='"Alice" <sip:1001@callogram.example>'

play() {
    tell alice '/message Lunch at noon?'
    seen 2 'SIP/2.0 200'
    sleep 1
    tell bob '/message Yes.'
    seen 4 'SIP/2.0 200'
}
