shows='Alice and Bob press hold at the same moment: their re-INVITEs cross (the proxy is slow, 200 ms for every request in a dialog). Both are answered 491; Bob’s phone tries again after a second and holds Alice, hers, which holds already, answers inactive.'
cast=(alice:baresip:1001 bob:baresip:1002)
proxy_flags=(SLOW=200000)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hold alice
    hold bob
    sleep 5
    hang_up alice
    seen 2 'BYE sip:'
}
