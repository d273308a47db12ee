package io.callogram.analyzer.flow;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.CallMessage;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Marked;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.List;

/// What occurs in a call at all, gathered in one pass: most rules and lints need not look further.
/// To ask costs nothing.
public final class Traits {

    private static final int STATUS_WORDS = 11;

    private final long[] statuses = new long[STATUS_WORDS];
    private int methods;
    private long marks;
    private boolean repeated;
    private boolean redirected;
    private boolean refused;
    private boolean stray;
    private boolean damaged;
    private boolean exhausted;
    private boolean earlySession;
    private boolean image;
    private boolean secure;

    static Traits of(Call call) {
        Traits traits = new Traits();
        List<CallMessage> messages = call.messages();
        for (int i = 0; i < messages.size(); i++) {
            traits.add(messages.get(i));
        }
        return traits;
    }

    private void add(CallMessage m) {
        Sighting s = m.seen().sighting();
        methods |= 1 << s.method().ordinal();
        statuses[s.status() / 64 % STATUS_WORDS] |= 1L << s.status();
        repeated |= !m.repeats().isEmpty();
        redirected |= s.status() / 100 == 3;
        refused |= s.status() >= 300;
        stray |= !m.stray().isEmpty();
        damaged |= !s.where().isWhole();
        exhausted |= s.maxForwards() == 0;
        List<Marked> list = s.marks();
        for (int i = 0; i < list.size(); i++) {
            marks |= 1L << list.get(i).mark().ordinal();
        }
        SessionDescription session = m.seen().session();
        if (session != null) {
            earlySession |= s.isProvisional();
            add(session.media());
        }
    }

    private void add(List<Media> media) {
        for (int i = 0; i < media.size(); i++) {
            Media m = media.get(i);
            image |= m.port() > 0 && m.kind().equals("image");
            secure |= m.port() > 0 && m.crypto();
        }
    }

    /// Any message is a request of this method or a response to one.
    boolean has(Method method) {
        return (methods & 1 << method.ordinal()) != 0;
    }

    /// Any message has this mark.
    public boolean has(Mark mark) {
        return (marks & 1L << mark.ordinal()) != 0;
    }

    /// Any response has this status.
    boolean has(int status) {
        return (statuses[status / 64 % STATUS_WORDS] & 1L << status) != 0;
    }

    /// Some message was sent again.
    public boolean isRepeated() {
        return repeated;
    }

    /// Some request was redirected.
    public boolean isRedirected() {
        return redirected;
    }

    /// Some request was refused, or redirected.
    public boolean isRefused() {
        return refused;
    }

    public boolean isStray() {
        return stray;
    }

    /// Some message was not captured completely.
    public boolean isDamaged() {
        return damaged;
    }

    /// Some request has no hops left.
    public boolean isExhausted() {
        return exhausted;
    }

    /// Some provisional response carries a session description.
    public boolean hasEarlySession() {
        return earlySession;
    }

    /// Some session description has an image stream.
    public boolean hasImage() {
        return image;
    }

    /// Some session description has an encrypted stream.
    public boolean isSecure() {
        return secure;
    }
}
