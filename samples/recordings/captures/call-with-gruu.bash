shows='Alice calls Bob through the proxy, Bob answers, they talk, Alice hangs up first. Both phones ask for a GRUU (RFC 5627), so ACK and BYE are sent to 1002@callogram.example;gr=…, and the proxy finds the phone.'
cast=(alice:linphonec:1001 bob:linphonec:1002)
proxy_flags=(WITH_GRUU)

play() {
    dial alice 1002
    seen 2 'SIP/2.0 180'
    answer bob
    seen 2 'ACK sip:'
    sleep 2
    hang_up alice
    seen 2 'BYE sip:'
}
