package io.callogram.analyzer.call;

import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Sighting;
import io.callogram.capture.packet.Endpoint;
import org.jspecify.annotations.Nullable;

/// Reads from the messages that one side of a leg sends what other legs may have in common with it.
/// Most say what the one before said, in the same objects: that is not read again.
@SuppressWarnings("ReferenceEquality")
final class SideReading {

    private final Keys media = new Keys();
    private final Keys phones = new Keys();
    private @Nullable SessionDescription description;
    private @Nullable Address contact;
    private @Nullable String asking;
    private @Nullable String answering;
    private boolean mixes;
    private boolean server;

    void describes(SessionDescription session) {
        if (session != description) {
            description = session;
            media.addMedia(session);
        }
    }

    /// Contact of whoever speaks, and where the first hop of its requests comes from.
    void speaks(Sighting s) {
        Address at = s.contact();
        if (at != null && at != contact && (s.isRequest() || !s.isFinal() || s.isSuccess())) {
            contact = at;
            phones.add(Keys.of(at));
        }
        boolean own = s.isRequest() ? s.vias() <= 1 : s.status() > 100 && s.status() < 300;
        if (own) {
            isAt(s.where().from());
        }
    }

    void isAt(Endpoint phone) {
        phones.add(Keys.of(phone));
    }

    /// What its header fields say of the sender itself.
    void introducesItself(Sighting s) {
        mixes = mixes || s.first(Mark.FOCUS) != null;
        if (s.isRequest()) {
            String agent = s.first(Mark.AGENT);
            server = server || (agent != asking && isServer(agent));
            asking = agent;
        } else if (s.status() > 100 && s.status() < 300) {
            String agent = s.first(Mark.SERVER);
            server = server || (agent != answering && isServer(agent));
            answering = agent;
        }
    }

    private static boolean isServer(@Nullable String agent) {
        return agent != null && SoftwareNames.SERVERS.areIn(agent);
    }

    long[] media() {
        return media.sorted();
    }

    long[] phones() {
        return phones.sorted();
    }

    /// Its Contact says `isfocus`.
    boolean mixes() {
        return mixes;
    }

    boolean isServer() {
        return server;
    }
}
