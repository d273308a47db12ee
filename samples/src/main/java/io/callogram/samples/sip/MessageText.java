package io.callogram.samples.sip;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Writes a message's text into an array that is used again for the next.
public final class MessageText {
    private final Utf8 out = new Utf8();

    public byte[] bytes() {
        return out.bytes();
    }

    public int length() {
        return out.length();
    }

    public void write(Message message) {
        out.clear();
        Body body = message.body();
        start(message.start());
        List<Slot> order = message.style().order();
        for (int i = 0; i < order.size(); i++) {
            slot(order.get(i), message);
        }
        out.put("\r\n");
        if (body != null) {
            out.put(body.content());
        }
    }

    private void start(StartLine start) {
        switch (start) {
            case StartLine.Request(var method, var uri) ->
                    out.put(method).put(' ').put(uri).put(" SIP/2.0\r\n");
            case StartLine.Status(var code, var reason) ->
                    out.put("SIP/2.0 ").put(code).put(' ').put(reason).put("\r\n");
        }
    }

    private void slot(Slot slot, Message message) {
        Style style = message.style();
        Identity identity = message.identity();
        boolean compact = style.compact();
        switch (slot) {
            case VIA -> vias(message.via(), compact);
            case MAX_FORWARDS -> maxForwards(message.routing().maxForwards());
            case ROUTE -> each("Route: ", message.routing().routes());
            case RECORD_ROUTE -> each("Record-Route: ", message.routing().recordRoutes());
            case FROM -> party(compact ? "f: " : "From: ", identity.from(), identity.fromTag());
            case TO -> party(compact ? "t: " : "To: ", identity.to(), identity.toTag());
            case CALL_ID -> line(compact ? "i: " : "Call-ID: ", identity.callId());
            case CSEQ -> sequence(message.sequence(), message.method());
            case CONTACT -> line(compact ? "m: " : "Contact: ", message.contact());
            case AGENT -> habit(message.isRequest() ? "User-Agent: " : "Server: ", style.agent());
            case ALLOW -> capability("Allow: ", style.allow(), message);
            case SUPPORTED ->
                    capability(compact ? "k: " : "Supported: ", style.supported(), message);
            case EXTRA -> each("", message.extra());
            case CONTENT_TYPE -> contentType(message.body(), compact);
            case CONTENT_LENGTH -> contentLength(message.body(), compact);
        }
    }

    private void sequence(int number, String method) {
        out.put("CSeq: ").put(number).put(' ').put(method).put("\r\n");
    }

    private void capability(String name, String value, Message message) {
        if (message.tellsCapabilities()) {
            habit(name, value);
        }
    }

    /// Some user agents are silent about some of it.
    private void habit(String name, String value) {
        if (!value.isEmpty()) {
            line(name, value);
        }
    }

    /// Always there, even when 0: over TCP nothing else ends a message (RFC 3261 §18.3).
    private void contentLength(@Nullable Body of, boolean compact) {
        int length = of == null ? 0 : of.content().length;
        out.put(compact ? "l: " : "Content-Length: ").put(length).put("\r\n");
    }

    private void vias(Via top, boolean compact) {
        for (Via via = top; via != null; via = via.below()) {
            out.put(compact ? "v: SIP/2.0/" : "Via: SIP/2.0/")
                    .put(via.transport())
                    .put(' ')
                    .put(via.sentBy());
            out.put(via.parameters()).put(";branch=").put(via.branch()).put("\r\n");
        }
    }

    private void maxForwards(int value) {
        if (value > 0) {
            out.put("Max-Forwards: ").put(value).put("\r\n");
        }
    }

    private void each(String name, List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            out.put(name).put(values.get(i)).put("\r\n");
        }
    }

    private void party(String name, String address, @Nullable String tag) {
        out.put(name).put(address);
        if (tag != null) {
            out.put(";tag=").put(tag);
        }
        out.put("\r\n");
    }

    private void contentType(@Nullable Body of, boolean compact) {
        if (of != null) {
            line(compact ? "c: " : "Content-Type: ", of.type());
        }
    }

    private void line(String name, @Nullable String value) {
        if (value != null) {
            out.put(name).put(value).put("\r\n");
        }
    }
}
