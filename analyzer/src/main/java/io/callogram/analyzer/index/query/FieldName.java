package io.callogram.analyzer.index.query;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The fields as people write them, with the spellings that Wireshark and sngrep users know.
enum FieldName {
    NUMBER("number sip.pai.user sip.contact.user"),
    FROM("from sip.from.user sip.from.addr sip.from"),
    TO("to sip.to.user sip.to.addr sip.to"),
    CALLER("caller"),
    CALLEE("callee sip.r-uri.user sip.r-uri"),
    CALL_ID("callid call-id sip.call-id sip.callid"),
    KIND("kind"),
    FLOW("flow"),
    OUTCOME("outcome"),
    OUTCOME_CLASS("class"),
    HINT("hint"),
    METHOD("method sip.method sip.cseq.method sip.request-method"),
    CODE("code sip.status-code sip.status"),
    AGENT("ua sip.user-agent sip.server"),
    IP("ip ip.addr ip.src ip.dst ipv6.addr ipv6.src ipv6.dst"),
    PORT("port udp.port tcp.port"),
    SOURCE("source"),
    AFTER("after"),
    BEFORE("before"),
    DURATION("duration"),
    TALK("talk"),
    RING("ring"),
    POST_DIAL_DELAY("pdd"),
    MESSAGES("messages"),
    CONFIDENCE("confidence"),
    NOTE("note"),
    TEXT("text sip.from.display.info sip.to.display.info");

    private static final Map<String, FieldName> BY_NAME = new HashMap<>();

    static {
        for (FieldName field : values()) {
            for (String name : field.names.split(" ")) {
                BY_NAME.put(name, field);
            }
        }
    }

    private final String names;

    FieldName(String names) {
        this.names = names;
    }

    static @Nullable FieldName of(String written) {
        return BY_NAME.get(written.toLowerCase(Locale.ROOT));
    }
}
