# Hosts are network namespaces on one bridge; the bridge is where we listen.

declare -A host_number=([proxy]=1 [alice]=11 [bob]=12 [carol]=13 [dave]=14 [gateway]=20 [backup]=21)

address() {
    case $family in
        4) echo "10.90.0.${host_number[$1]}" ;;
        6) echo "2001:db8:90::${host_number[$1]}" ;;
    esac
}

# As it stands in a SIP URI: RFC 3261 section 25.1 wants brackets around an IPv6 address.
uri_host() { case $family in 4) address "$1" ;; 6) echo "[$(address "$1")]" ;; esac; }

mac() { printf '02:00:0a:5a:00:%02x' "${host_number[$1]}"; }

network_up() {
    hostname callogram
    mkdir -p /run/netns && mount -t tmpfs tmpfs /run/netns
    echo "$(address proxy) callogram.example" > "$work/hosts"
    : > "$work/resolv.conf"
    mount --bind "$work/hosts" /etc/hosts
    mount --bind "$work/resolv.conf" /etc/resolv.conf
    ip link set lo up
    ip link add lan type bridge
    ip link set lan up
    local host
    for host in proxy alice bob carol dave gateway backup; do host_up "$host"; done
}

host_up() {
    local host=$1
    ip netns add "$host"
    ip link add "to-$host" type veth peer name eth0 address "$(mac "$host")" netns "$host"
    ip link set "to-$host" master lan up
    ip -n "$host" link set lo up
    # Otherwise every captured UDP checksum would be a half-finished one.
    ip netns exec "$host" ethtool -K eth0 tx off tso off gso off > /dev/null
    case $family in
        4) ip -n "$host" address add "$(address "$host")/24" dev eth0 ;;
        6) ip -n "$host" address add "$(address "$host")/64" dev eth0 nodad ;;
    esac
    ip -n "$host" link set eth0 up
    # Phones ask for the default route to find out which address is theirs.
    ip -n "$host" -"$family" route add default via "$(address proxy)" 2> /dev/null || true
}

# A cable pulled: the others go on sending to the host, and not even ICMP comes back.
unplug() {
    local host=$1 other
    for other in proxy alice bob carol dave gateway backup; do
        [[ $other == "$host" ]] || ip -n "$other" neigh replace "$(address "$host")" lladdr "$(mac "$host")" dev eth0 nud permanent
    done
    ip link set "to-$host" nomaster
}

plug() { ip link set "to-$1" master lan; }

on() { local host=$1; shift; ip netns exec "$host" "$@"; }
