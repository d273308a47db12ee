package io.callogram.samples.script;

import io.callogram.samples.sip.Body;
import io.callogram.samples.sip.Identity;
import io.callogram.samples.sip.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A dialog between two parties along a path of proxies: Call-ID, tags, one CSeq per direction (RFC
/// 3261 §12).
public final class Dialog {
    private final Stage stage;
    private final Party caller;
    private final Party callee;
    private final Node[] path;
    private final String callId;
    private final String callerTag;
    private final String calleeTag;
    private final String to;
    private final String target;
    private int callerSequence;
    private int calleeSequence;

    public Dialog(Stage stage, Party caller, Party callee, List<Node> proxies) {
        this(stage, caller, callee, proxies, callId(stage, caller), tag(stage, caller), callee);
        callerSequence =
                stage.chance().pick(FIRST_SEQUENCES)
                        + (stage.chance().of(0.2) ? stage.chance().below(20_000) : 0);
    }

    private static final List<Integer> FIRST_SEQUENCES = List.of(0, 0, 19, 100, 101);

    private Dialog(
            Stage stage,
            Party caller,
            Party callee,
            List<Node> proxies,
            String callId,
            String callerTag,
            Party dialled) {
        this.stage = stage;
        this.caller = caller;
        this.callee = callee;
        this.callId = callId;
        this.callerTag = callerTag;
        this.calleeTag = tag(stage, callee);
        this.calleeSequence = stage.chance().pick(FIRST_SEQUENCES);
        this.to = "<" + dialled.target() + ">";
        this.target = callee.target();
        this.path = new Node[proxies.size() + 2];
        path[0] = caller.node();
        for (int i = 0; i < proxies.size(); i++) {
            path[i + 1] = proxies.get(i);
        }
        path[path.length - 1] = callee.node();
    }

    /// The same request toward somebody else: Call-ID, From and To as they were, another To tag
    /// (§12.1, §16.6).
    public Dialog branchTo(Party other) {
        List<Node> proxies = Arrays.asList(path).subList(1, path.length - 1);
        Dialog branch = new Dialog(stage, caller, other, proxies, callId, callerTag, callee);
        branch.callerSequence = callerSequence;
        return branch;
    }

    /// The same Call-ID, From and To on another way, as a caller goes who follows a redirection
    /// (§8.1.3.4).
    public Dialog redirectedTo(Party other, List<Node> proxies) {
        Dialog again = new Dialog(stage, caller, other, proxies, callId, callerTag, callee);
        again.callerSequence = callerSequence;
        return again;
    }

    private static String callId(Stage stage, Party caller) {
        Style style = caller.node().style();
        String word = stage.chance().word(style.idAlphabet(), style.idLength() + 12);
        return style.hostInCallId() ? word + "@" + host(caller.node().sentBy()) : word;
    }

    private static String host(String sentBy) {
        int colon = sentBy.lastIndexOf(':');
        return colon > sentBy.indexOf(']') && colon > 0 ? sentBy.substring(0, colon) : sentBy;
    }

    private static String tag(Stage stage, Party of) {
        return stage.chance().word(of.node().style().idAlphabet(), of.node().style().idLength());
    }

    public Stage stage() {
        return stage;
    }

    public String callId() {
        return callId;
    }

    public Party party(Side side) {
        return side == Side.CALLER ? caller : callee;
    }

    Node[] path() {
        return path;
    }

    /// How many hops lie between the two parties.
    public int hops() {
        return path.length - 1;
    }

    public String tag(Side side) {
        return side == Side.CALLER ? callerTag : calleeTag;
    }

    String proxyTag(Node proxy) {
        return Integer.toHexString(31 * callId.hashCode() + proxy.name().hashCode());
    }

    String contact(Side side) {
        return party(side).contact();
    }

    String branch(Node from) {
        Style style = from.style();
        return "z9hG4bK"
                + (from.server() ? "" : "-")
                + stage.chance().word(style.idAlphabet(), style.idLength() + 8);
    }

    /// The initial INVITE, or one tried again with credentials: CSeq goes up by one each time,
    /// §8.1.3.5.
    public Passage invite(@Nullable Body body, String... extra) {
        callerSequence++;
        return new Passage(this, invitation(callerSequence, Arrays.asList(extra), body), path);
    }

    Passage.Request invitation(int sequence, List<String> extra, @Nullable Body body) {
        return initial("INVITE", sequence, extra, body, true);
    }

    /// A request outside of any dialog; `formsDialog` is true for SUBSCRIBE.
    public Passage outside(
            String method, boolean formsDialog, @Nullable Body body, String... extra) {
        callerSequence++;
        return new Passage(
                this,
                initial(method, callerSequence, Arrays.asList(extra), body, formsDialog),
                path);
    }

    /// A REGISTER to this domain; To is the caller's own address of record, RFC 3261 §10.2.
    public Passage register(String registrar, String... lines) {
        callerSequence++;
        Identity identity =
                new Identity(caller.nameAddress(), callerTag, caller.nameAddress(), null, callId);
        List<String> uris = Collections.nCopies(hops(), registrar);
        return new Passage(
                        this,
                        new Passage.Request(
                                "REGISTER",
                                callerSequence,
                                identity,
                                uris,
                                null,
                                Arrays.asList(lines),
                                null,
                                false,
                                false,
                                Side.CALLER),
                        path)
                .send();
    }

    private Passage.Request initial(
            String method,
            int sequence,
            List<String> extra,
            @Nullable Body body,
            boolean formsDialog) {
        Identity identity = new Identity(caller.nameAddress(), callerTag, to, null, callId);
        List<String> uris = new ArrayList<>(hops());
        for (int hop = 0; hop < hops(); hop++) {
            boolean located = hop == hops() - 1 && path[hop].server() && !callee.node().server();
            uris.add(located ? callee.contactUri() : target);
        }
        String contact = formsDialog ? contact(Side.CALLER) : null;
        return new Passage.Request(
                method,
                sequence,
                identity,
                uris,
                contact,
                extra,
                body,
                formsDialog,
                false,
                Side.CALLER);
    }

    /// How Replaces names this dialog to the given side (RFC 3891 §3): to-tag is that side's own.
    public String replacesFor(Side side) {
        return callId + ";to-tag=" + tag(side) + ";from-tag=" + tag(side.other());
    }

    /// A request within the dialog, by way of the proxies that recorded their route.
    public Passage request(Side by, String method, @Nullable Body body, String... extra) {
        int sequence = by == Side.CALLER ? ++callerSequence : ++calleeSequence;
        return within(by, method, sequence, body, Arrays.asList(extra));
    }

    /// The ACK to a 2xx: a request of its own with the INVITE's number and a new branch, §13.2.2.4.
    public Passage acknowledge(Passage invite, Side by, @Nullable Body body) {
        return within(by, "ACK", invite.sequence(), body, List.of()).send();
    }

    private Passage within(
            Side by, String method, int sequence, @Nullable Body body, List<String> extra) {
        Node[] route = route(by);
        Identity identity =
                by == Side.CALLER
                        ? new Identity(caller.nameAddress(), callerTag, to, calleeTag, callId)
                        : new Identity(to, calleeTag, caller.nameAddress(), callerTag, callId);
        List<String> uris = Collections.nCopies(route.length - 1, party(by.other()).contactUri());
        boolean refreshes =
                method.equals("INVITE")
                        || method.equals("UPDATE")
                        || method.equals("SUBSCRIBE")
                        || method.equals("REFER")
                        || method.equals("NOTIFY");
        String contact = refreshes ? contact(by) : null;
        return new Passage(
                this,
                new Passage.Request(
                        method, sequence, identity, uris, contact, extra, body, false, true, by),
                route);
    }

    private Node[] route(Side by) {
        List<Node> kept = new ArrayList<>(path.length);
        for (int i = 0; i < path.length; i++) {
            if (i == 0 || i == path.length - 1 || path[i].recordRoutes()) {
                kept.add(path[i]);
            }
        }
        return (by == Side.CALLER ? kept : kept.reversed()).toArray(new Node[0]);
    }
}
