package io.callogram.capture.live;

/// How to give the right to capture to the child, and to the child alone.
final class Rights {

    /// Words that are put before the child's command.
    static final String VARIABLE = "CALLOGRAM_CAPTURE_WITH";

    private Rights() {}

    /// File capabilities on `java` are no way out: the loader then ignores where its libraries are.
    static String sentence(String name) {
        return """
        No right to capture on %s. Give it to the capturing child alone: export %s="sudo -n setpriv \
        --reuid=$(id -u) --regid=$(id -g) --init-groups --inh-caps=+net_raw --ambient-caps=+net_raw \
        --" and permit that in sudoers; under systemd: AmbientCapabilities=CAP_NET_RAW.\
        """
                .formatted(name, VARIABLE);
    }
}
