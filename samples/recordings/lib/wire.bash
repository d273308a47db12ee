# Listening on the bridge, and waiting for what passes there.

listening='' wire=''

listen() {
    listen_no_more
    wire=$1
    tcpdump -i lan -U -s 0 -w "$wire" 'udp or tcp or icmp' 2> "$wire.log" &
    listening=$!
    until grep -q 'listening on' "$wire.log"; do sleep 0.05; done
}

listen_no_more() {
    [[ -n $listening ]] || return 0
    quiet
    kill -INT "$listening"
    wait "$listening" || true
    listening=''
}

# How often a text has passed since we listen. SIP is text and tcpdump writes it unchanged.
passed() { { grep -aoE "$1" "$wire" || true; } | wc -l; }

# seen COUNT PATTERN [SECONDS]: waits until the pattern has passed that often; each hop counts.
seen() {
    local count=$1 pattern=$2 patience=${3:-15}
    local deadline=$((SECONDS + patience))
    until (($(passed "$pattern") >= count)); do
        ((SECONDS < deadline)) || fail "waited $patience s for $count × '$pattern', saw $(passed "$pattern")"
        sleep 0.1
    done
}

# Waits until no SIP has passed for a second; but pings and retransmissions need not come to an end.
quiet() {
    local before=-1 now patience=5
    until now=$(passed 'SIP/2\.0'); ((now == before || patience-- == 0)); do before=$now; sleep 1; done
}
