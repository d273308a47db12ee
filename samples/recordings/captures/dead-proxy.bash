shows='The proxy has lost its cable: Alice’s phone repeats its INVITE until Timer B ends the attempt; no response at all.'
cast=(alice:baresip:1001 bob:baresip:1002)

prepare() {
    unplug proxy
}

play() {
    dial alice 1002
    sleep 40
}
