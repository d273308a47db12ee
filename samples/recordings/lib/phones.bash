# The proxy and the phones. A phone takes its commands from a pipe, as from a keyboard.

declare -A number=() software=() keyboard=() account=() contact=() lines=()
played=()

proxy_up() {
    local flags=() flag
    for flag in "${proxy_flags[@]}"; do flags+=(-A "$flag"); done
    printf '1 sip:%s\n1 sip:%s\n' "$(uri_host gateway)" "$(uri_host backup)" > "$work/dispatcher.list"
    on proxy kamailio -f "$here/kamailio/kamailio.cfg" -DD -E -m 32 -M 4 -Y "$work" \
        -A "GATEWAY=\"sip:$(uri_host gateway)\"" -A "DISPATCHER_LIST=\"$work/dispatcher.list\"" "${flags[@]}" \
        -l "udp:$(uri_host proxy):5060" -l "tcp:$(uri_host proxy):5060" > "$work/kamailio.log" 2>&1 &
    local kamailio=$!
    until on proxy ss -Hltn | grep -q ':5060 '; do
        kill -0 "$kamailio" 2> /dev/null || fail "kamailio does not start: $(grep -m 1 -E "CRITICAL|ERROR" "$work/kamailio.log")"
        sleep 0.1
    done
    sleep 0.5
}

# phone_up HOST:SOFTWARE:NUMBER[:password or sipp scenario]
phone_up() {
    local host kind user extra
    IFS=: read -r host kind user extra <<< "$1"
    cast_phone "$host" "$kind" "$user"
    case $kind in
        baresip) baresip_up "$host" "$user" "${extra:-secret-$user}" ;;
        linphonec) linphonec_up "$host" "$user" "${extra:-secret-$user}" ;;
        sipp-*) if [[ -n $user ]]; then sipp_register "$host" "$user"; fi; sipp_up "$host" "${kind#sipp-}" ;;
        *) fail "no software named $kind" ;;
    esac
    if [[ $kind != sipp-* && $wire == *setup.pcap ]]; then registered "$host"; fi
}

cast_phone() { number[$1]=$3 software[$1]=$2; played+=("$1"); }

# A 200 to a REGISTER has gone to the host: its Contact stands in it.
registered() { seen 1 "^Contact: .*sip:[^>]*@?$(uri_host "$1" | sed 's/[][]/\\&/g').*expires=[1-9]" 20; }

keyboard_for() {
    mkfifo "$work/$1.keys"
    exec {keys}<> "$work/$1.keys"
    keyboard[$1]=$keys
}

tell() { echo "$2" >&"${keyboard[$1]}"; }

display() { echo "${1^}"; }

fill() {
    sed -e "s|@NUMBER@|$2|g; s|@SECRET@|$3|g; s|@DISPLAY@|$(display "$1")|g; s|@TRANSPORT@|$transport|g" \
        -e "s|@ADDRESS@|$(uri_host "$1")|g; s|@PROXY@|$(uri_host proxy)|g; s|@WORK@|$work|g; s|@MORE@|${account[$1]:-mwi=no}|g; s|@LINES@|${lines[$1]:-4}|g; s|@CONTACT@|${contact[$1]:-}|g"
}

# Two minutes of silence, 8 kHz 16 bit mono: the RIFF header is all that is written.
silence() {
    printf 'RIFF\x24\x4c\x1d\x00WAVEfmt \x10\0\0\0\x01\0\x01\0\x40\x1f\0\0\x80\x3e\0\0\x02\0\x10\0data\x00\x4c\x1d\x00'
    head -c 1920000 /dev/zero
}

baresip_up() {
    local host=$1 home=$work/$1.baresip file
    mkdir -p "$home"
    [[ -f $work/silence.wav ]] || silence > "$work/silence.wav"
    for file in config accounts contacts; do fill "$@" < "$here/baresip/$file" > "$home/$file"; done
    keyboard_for "$host"
    on "$host" baresip -f "$home" < "$work/$host.keys" > "$work/$host.log" 2>&1 &
}

linphonec_up() {
    local host=$1 home=$work/$1.linphone
    mkdir -p "$home/.local/share/linphone"
    fill "$@" < "$here/linphonec/linphonerc" > "$home/linphonerc"
    keyboard_for "$host"
    HOME=$home on "$host" linphonec -c "$home/linphonerc" -d 6 -l "$work/$host.debug" < "$work/$host.keys" > "$work/$host.log" 2>&1 &
    tell "$host" "soundcard use files"
}

# sipp_up HOST SCENARIO [CALLED]: with a called number it calls, otherwise it waits for calls.
sipp_up() {
    local host=$1 scenario=$2 calls=()
    if [[ -n ${3:-} ]]; then calls=(-m 1 -s "$3" "$(uri_host proxy):5060"); fi
    head -c 480000 /dev/zero | tr '\0' '\377' > "$work/silence.ulaw"
    (cd "$work" && on "$host" sipp -sf "$here/sipp/$scenario.xml" -i "$(address "$host")" -p 5060 -mp 10000 -nostdin \
        "${calls[@]}" > "$work/$host.log" 2> "$work/$host.errors") &
}

sipp_register() {
    on "$1" sipp -sf "$here/sipp/register.xml" -i "$(address "$1")" -p 5060 -nostdin -m 1 -s "$2" \
        "$(uri_host proxy):5060" > "$work/$1.register.log" 2>&1
}

# What a user does, whatever the phone.
dial() { case ${software[$1]} in baresip) tell "$1" "/dial $2" ;; *) tell "$1" "call sip:$2@callogram.example" ;; esac; }
answer() { case ${software[$1]} in baresip) tell "$1" "/accept" ;; *) tell "$1" "answer ${2:-}" ;; esac; }
hang_up() { case ${software[$1]} in baresip) tell "$1" "/hangup" ;; *) tell "$1" "terminate ${2:-}" ;; esac; }
hold() { case ${software[$1]} in baresip) tell "$1" "/hold" ;; *) tell "$1" "pause ${2:-}" ;; esac; }
resume() { case ${software[$1]} in baresip) tell "$1" "/resume" ;; *) tell "$1" "resume ${2:-}" ;; esac; }
