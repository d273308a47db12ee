# One capture, alone in its own namespaces: sets the stage, plays the story, keeps what was on the wire.
set -euo pipefail

name=$1 work=$2 result=$3
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
for part in network wire phones thin readme; do source "$here/lib/$part.bash"; done

# What a capture may set or define; `shows` and `play` it must.
shows='' cast=() proxy_flags=() family=4 transport=udp
prepare() { :; }
play() { fail "captures/$name.bash defines no play"; }
fail() { echo "capture: $*" >&2; exit 1; }
source "$here/captures/$name.bash"

network_up
listen "$work/setup.pcap"
proxy_up
for role in "${cast[@]}"; do phone_up "$role"; done
prepare
listen "$work/raw.pcap"
play
listen_no_more
thin "$work/raw.pcap" "$work/capture.pcap"

mkdir -p "$result"
install -m 644 "$work/capture.pcap" "$result/capture.pcap"
said=$(claims "$result/README.md")
{ readme; [ -z "$said" ] || printf '\n%s\n' "$said"; } > "$result/README.md"
grep "SIP messages in" "$result/README.md"
