shows='A phone with a wrong password: its credentials are answered by a new 401, again and again within milliseconds, until it gives up for a while.'
cast=()
proxy_flags=(WITH_AUTH)

play() {
    phone_up alice:baresip:1001:not-the-password
    seen 4 'SIP/2.0 401' 60
}
