shows='Alice’s phone subscribes to Bob’s presence, phone to phone through the proxy; NOTIFY open at once, closed when Bob says he is offline.'
cast=(bob:baresip:1002)
contact[alice]='"Bob" <sip:1002@callogram.example>;presence=p2p'
contact[bob]='"Alice" <sip:1001@callogram.example>'

play() {
    phone_up alice:baresip:1001
    seen 2 'NOTIFY sip:'
    tell bob /presence_offline
    seen 4 'NOTIFY sip:'
}
