shows='The proxy pings two gateways with OPTIONS every five seconds; the second goes dead and its pings stay unanswered. Every ping has CSeq 10, and a new Call-ID.'
cast=(gateway:sipp-options: backup:sipp-options:)
proxy_flags=(WITH_PINGS)

play() {
    seen 4 'SIP/2.0 200' 20
    unplug backup
    seen 7 'SIP/2.0 200' 30
    sleep 4
}
