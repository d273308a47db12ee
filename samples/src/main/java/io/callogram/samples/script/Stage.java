package io.callogram.samples.script;

import io.callogram.samples.sip.Message;
import io.callogram.samples.sip.MessageText;
import io.callogram.samples.sip.StartLine;
import io.callogram.samples.wire.Endpoint;
import io.callogram.samples.wire.TcpStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a scene is played: it has the clock and the dice, and notes what a capture will show and
/// what is true of it.
public final class Stage {
    private static final long MILLISECOND = 1_000_000L;

    /// The keep-alive of RFC 5626 §3.5.1.
    private static final byte[] CRLF_CRLF = {'\r', '\n', '\r', '\n'};

    private static final long T1 = 500 * MILLISECOND;

    private final Chance chance;
    private final Conditions conditions;
    private final boolean mirrored;
    private final MessageText text = new MessageText();
    private final Entry entry = new Entry();
    private final List<Item> items = new ArrayList<>(32);
    private final List<Connection> connections = new ArrayList<>(0);
    private @Nullable Node tapped;
    private long now;

    public Stage(long start, Chance chance, Conditions conditions) {
        this.now = start;
        this.chance = chance;
        this.conditions = conditions;
        this.mirrored = chance.of(conditions.mirrored());
    }

    public Chance chance() {
        return chance;
    }

    public Conditions conditions() {
        return conditions;
    }

    public Entry entry() {
        return entry;
    }

    /// What the capture will show, not sorted.
    public List<Item> items() {
        return items;
    }

    public long now() {
        return now;
    }

    public void pause(double seconds) {
        now += (long) (seconds * 1e9);
    }

    /// Moves the clock to another moment, also back, for what happens elsewhere at the same time.
    public void turnTo(long moment) {
        now = moment;
    }

    /// Only packets from and to this element are captured.
    public void tapOnlyAt(Node node) {
        tapped = node;
    }

    public boolean sees(Node from, Node to) {
        return tapped == null || tapped.equals(from) || tapped.equals(to);
    }

    /// Sends a message; the clock then stands at its arrival. A lost request is seen, and seen
    /// again after T1.
    public void carry(Node from, Node to, Message message) {
        connect(from, to);
        note(now, from, to, message);
        if (conditions.loss() > 0
                && isRepeatable(message)
                && !overTcp(from, to)
                && chance.of(conditions.loss())) {
            now += T1;
            note(now, from, to, message);
            if (chance.of(0.2)) {
                now += 2 * T1;
                note(now, from, to, message);
            }
        }
        now += latency();
    }

    /// Timer A sends an INVITE again, timer E every other request; an ACK has no transaction that
    /// would.
    private static boolean isRepeatable(Message message) {
        return message.start() instanceof StartLine.Request request
                && !request.method().equals("ACK");
    }

    /// Sends a message at a moment of its own and leaves the clock alone.
    public void note(long at, Node from, Node to, Message message) {
        if (!sees(from, to)) {
            return;
        }
        entry.saw(at, message.identity().callId());
        if (overTcp(from, to)) {
            Connection connection = connection(from, to);
            boolean byOpener = connection.opener().equals(from);
            items.add(new Item.Said(at, connection.stream(), byOpener, bytes(message)));
            items.add(
                    new Item.Acknowledged(
                            at + 180_000 + chance.below(90_000), connection.stream(), !byOpener));
            return;
        }
        int id = chance.below(0x10000);
        byte[] payload = bytes(message);
        items.add(new Item.Datagram(at, from.wire(), to.wire(), id, payload));
        if (mirrored) {
            long copied = at + 200_000 + chance.below(900_000);
            items.add(new Item.Datagram(copied, from.wire(), to.wire(), id, payload));
        }
    }

    private byte[] bytes(Message message) {
        text.write(message);
        return Arrays.copyOf(text.bytes(), text.length());
    }

    /// Something that is no SIP.
    public void raw(long at, Endpoint from, Endpoint to, byte[] payload) {
        items.add(new Item.Datagram(at, from, to, chance.below(0x10000), payload));
    }

    private long latency() {
        return 300_000L + chance.below(5_000_000);
    }

    public static boolean overTcp(Node from, Node to) {
        return from.tcp() || to.tcp();
    }

    /// Opens the connection of two elements on first use: a phone opens it, or else the one that
    /// speaks first.
    private void connect(Node from, Node to) {
        if (!overTcp(from, to) || !sees(from, to) || find(from, to) != null) {
            return;
        }
        Node opener = from.server() && !to.server() ? to : from;
        Node listener = opener.equals(from) ? to : from;
        TcpStream stream =
                new TcpStream(
                        opener.wire().withPort(chance.between(32_768, 60_999)),
                        listener.wire(),
                        (int) chance.number(),
                        (int) chance.number(),
                        chance.of(0.1) ? chance.between(300, 700) : Integer.MAX_VALUE);
        for (int step = 0; step < 3; step++) {
            items.add(new Item.Opening(now, stream, step));
            now += latency();
        }
        connections.add(new Connection(opener, listener, stream));
    }

    private Connection connection(Node from, Node to) {
        Connection known = find(from, to);
        if (known == null) {
            connect(from, to);
            known = connections.get(connections.size() - 1);
        }
        return known;
    }

    private @Nullable Connection find(Node one, Node other) {
        for (Connection known : connections) {
            if ((known.opener().equals(one) && known.listener().equals(other))
                    || (known.opener().equals(other) && known.listener().equals(one))) {
                return known;
            }
        }
        return null;
    }

    /// Ends the scene: its connections are closed, or stay open beyond the capture.
    public void end() {
        for (Connection open : connections) {
            if (chance.of(0.3)) {
                items.add(new Item.Said(now + 1_000 * MILLISECOND, open.stream(), true, CRLF_CRLF));
                items.add(new Item.Acknowledged(now + 1_001 * MILLISECOND, open.stream(), false));
            }
            if (chance.of(0.5)) {
                long at = now + 2_000 * MILLISECOND;
                items.add(new Item.Closing(at, open.stream(), true));
                items.add(new Item.Closing(at + MILLISECOND, open.stream(), false));
                items.add(new Item.Acknowledged(at + 2 * MILLISECOND, open.stream(), true));
            }
        }
    }

    private record Connection(Node opener, Node listener, TcpStream stream) {}
}
