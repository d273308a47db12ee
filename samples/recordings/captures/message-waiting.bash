shows='Alice’s phone subscribes to her mailbox, through the proxy; the mailbox reports one new message, three seconds later that it has been heard; then the phone unsubscribes and the last NOTIFY says terminated.'
cast=(gateway:sipp-mailbox:)

play() {
    cast_phone alice sipp-subscribe-mailbox 1001
    sipp_up alice subscribe-mailbox 1001
    seen 2 'Subscription-State: terminated'
}
