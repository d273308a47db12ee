# Keeps all of SIP and the beginning of every RTP stream after every ACK: enough to see who sends media
# where, before and after a change, in a few kilobytes.

rtp_kept=10

thin() {
    local raw=$1 thinned=$2 kept
    kept=$(tshark -n -r "$raw" -T fields -E separator='|' -e frame.number -e sip.CSeq.method -e sip.Method \
        -e tcp.stream -e ip.src -e ipv6.src -e ip.dst -e ipv6.dst -e udp.srcport -e udp.dstport 2> /dev/null \
        | awk -F'|' -v limit="$rtp_kept" '
            $3 == "ACK" { split("", count) }
            $2 != "" || $4 != "" { print $1; next }
            { number = $1; $1 = ""; if (count[$0]++ < limit) print number }')
    tshark_select "$raw" "$thinned" "$kept"
}

# editcap takes ranges, and only so many: join the neighbours.
tshark_select() {
    local ranges
    mapfile -t ranges < <(awk '
        NR == 1 { from = to = $1; next }
        $1 == to + 1 { to = $1; next }
        { print from "-" to; from = to = $1 }
        END { if (NR) print from "-" to }' <<< "$3")
    editcap -F pcap -r "$1" "$2" "${ranges[@]}"
}
