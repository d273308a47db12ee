shows='Alice’s phone subscribes to her mailbox, through the proxy; the mailbox reports one new message, and later none.'
cast=(gateway:sipp-mailbox:)

play() {
    account[alice]='mwi=yes'
    phone_up alice:baresip:1001
    seen 2 'Messages-Waiting: no' 30
}
