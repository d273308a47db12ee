shows='Alice’s phone registers with digest (401 round), refreshes when nine tenths of the granted 10 s have passed (it asked for 120 s), and removes its binding when it is switched off.'
cast=()
proxy_flags=(WITH_AUTH MAX_EXPIRES=10)

play() {
    phone_up alice:baresip:1001
    seen 4 'SIP/2.0 (401|200)' 25
    tell alice /quit
    seen 3 'SIP/2.0 200'
}
