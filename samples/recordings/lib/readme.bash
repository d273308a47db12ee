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

# The numbers of the SIP messages that tshark calls resent, counted as the messages of the capture.
resent() {
    tshark -n -r "$1" -Y sip -T fields -e sip.resend 2> /dev/null | awk '$1 ~ /1|True/ { printf "%s%d", sep, NR; sep = ", " }'
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
