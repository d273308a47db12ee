shows='Reliable provisional responses: 183 and 180 each with RSeq and PRACK, an UPDATE with a new offer in the early dialog, then the answer.'
cast=(gateway:sipp-prack:)

play() {
    cast_phone alice sipp-call-prack 1001
    sipp_up alice call-prack 9001
    seen 2 'BYE sip:' 20
}
