# The README beside a capture: its story as the capture tells it, and facts read back from the packets.

version() { dpkg-query -W -f '${Version}' "$1"; }

software_of() {
    case $1 in
        kamailio) echo "kamailio $(version kamailio)" ;;
        baresip) echo "baresip $(version baresip-core)" ;;
        linphonec) echo "linphonec $(version linphone-cli)" ;;
        sipp-*) echo "sipp $(version sip-tester) (sipp/${1#sipp-}.xml)" ;;
    esac
}

roles() {
    echo -n "proxy and registrar $(address proxy) = $(software_of kamailio)"
    local host
    for host in "${played[@]}"; do
        echo -n "; $host${number[$host]:+ (${number[$host]})} $(address "$host") = $(software_of "${software[$host]}")"
    done
}

# The numbers of the messages that had passed the same hop before: same start line, CSeq, branch and To tag.
resent() {
    tshark -n -r "$1" -Y sip -T fields -E occurrence=f -E separator='|' -e ip.src -e ipv6.src -e ip.dst -e ipv6.dst \
        -e sip.Call-ID -e sip.Request-Line -e sip.Status-Line -e sip.CSeq -e sip.Via.branch -e sip.to.tag 2> /dev/null \
        | awk 'seen[$0]++ { printf "%s%d", separator, NR; separator = ", " }'
}

# Which flows it shows was written by hand: it stays when a recording is made anew.
claims() {
    [ ! -f "$1" ] || sed -n '/^\* /,$p' "$1"
}

readme() {
    local capture=$work/capture.pcap sip packets again
    sip=$(tshark -n -r "$capture" -Y sip -T fields -e frame.number 2> /dev/null | wc -l)
    packets=$(tshark -n -r "$capture" -T fields -e frame.number 2> /dev/null | wc -l)
    again=$(resent "$capture")
    echo "# $name"
    echo
    echo "$shows"
    echo
    echo "Roles: $(roles)."
    echo "Recorded on one Ethernet segment by \`samples/recordings/record $name\`; every hop is in it. \
RTP is thinned to the first $rtp_kept packets of each stream after every ACK."
    echo "$sip SIP messages in $packets packets; retransmissions: ${again:-none}."
}
