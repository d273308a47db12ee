package io.callogram.samples;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What RFC 3261 demands of messages one by one and of each beside the others; every breach becomes
/// a sentence.
public final class StrictSip {
    private final List<String> breaches = new ArrayList<>();

    /// By Call-ID, branch and method: requests as they were first seen.
    private final Map<String, Seen> requests = new HashMap<>();

    private final Map<String, Integer> finals = new HashMap<>();
    private final Map<String, Long> highest = new HashMap<>();
    private final Set<String> counted = new HashSet<>();

    /// Messages one by one.
    public static List<String> breachesOfForm(List<Seen> messages) {
        StrictSip sip = new StrictSip();
        messages.forEach(sip::form);
        return sip.breaches;
    }

    /// Messages beside each other as well; every request of a response must be among them, before
    /// it.
    public static List<String> breaches(List<Seen> messages) {
        StrictSip sip = new StrictSip();
        for (Seen message : messages) {
            sip.form(message);
            if (message.isRequest()) {
                sip.request(message);
            } else {
                sip.response(message);
            }
        }
        return sip.breaches;
    }

    private void breach(Seen of, String what) {
        breaches.add(
                what + ": " + of.startLine() + " of " + of.callId() + " CSeq " + of.header("cseq"));
    }

    private void demand(boolean held, Seen of, String what) {
        if (!held) {
            breach(of, what);
        }
    }

    /// RFC 3261 §8.1.1, §8.2.6, §20.
    private void form(Seen message) {
        for (String once : List.of("from", "to", "call-id", "cseq", "content-length")) {
            int times = message.headers().getOrDefault(once, List.of()).size();
            demand(times == 1, message, times + " times " + once);
        }
        demand(!message.header("via").isEmpty(), message, "no Via");
        demand(
                message.header("content-length").equals(Integer.toString(message.body().length)),
                message,
                "wrong length");
        demand(
                message.body().length == 0 || !message.header("content-type").isEmpty(),
                message,
                "body of no type");
        demand(!message.tag("from").isEmpty(), message, "no From tag");
        demand(message.header("cseq").matches("\\d+ [A-Z]+"), message, "CSeq");
        if (message.isRequest()) {
            demand(
                    message.startLine().matches("[A-Z]+ (sip|sips|tel|urn):\\S+ SIP/2\\.0"),
                    message,
                    "request line");
            demand(
                    message.header("cseq").endsWith(" " + message.method()),
                    message,
                    "CSeq of another method");
            demand(message.header("max-forwards").matches("\\d+"), message, "no Max-Forwards");
            boolean wantsContact = message.method().matches("INVITE|SUBSCRIBE|REFER|NOTIFY|UPDATE");
            demand(!wantsContact || !message.header("contact").isEmpty(), message, "no Contact");
            demand(
                    message.branches().stream().allMatch(b -> b.startsWith("z9hG4bK")),
                    message,
                    "branch");
        } else {
            demand(message.startLine().matches("SIP/2\\.0 [1-6]\\d\\d .+"), message, "status line");
            demand(message.status() == 100 || !message.tag("to").isEmpty(), message, "no To tag");
            boolean accepts = message.method().equals("INVITE") && message.status() / 100 == 2;
            demand(!accepts || !message.header("contact").isEmpty(), message, "no Contact");
        }
    }

    private void request(Seen request) {
        String top = request.branches().get(0);
        String key = key(request, top, request.method());
        Seen before = requests.putIfAbsent(key, request);
        if (before != null) {
            demand(
                    before.startLine().equals(request.startLine()),
                    request,
                    "branch used for two requests");
            return;
        }
        if (request.branches().size() > 1) {
            Seen below = requests.get(key(request, request.branches().get(1), request.method()));
            demand(
                    below == null
                            || below.branches()
                                    .equals(
                                            request.branches()
                                                    .subList(1, request.branches().size())),
                    request,
                    "Via stack");
        }
        switch (request.method()) {
            case "CANCEL" -> sameAsInvite(request, top, "CANCEL");
            case "ACK" -> acknowledgment(request, top);
            default -> sequence(request);
        }
    }

    /// §9.1: Request-URI, CSeq number, From and the one Via of the INVITE.
    private void sameAsInvite(Seen request, String top, String what) {
        Seen invite = requests.get(key(request, top, "INVITE"));
        demand(invite != null, request, what + " of no INVITE");
        if (invite != null) {
            demand(invite.uri().equals(request.uri()), request, what + " with another URI");
            demand(invite.sequence() == request.sequence(), request, what + " with another number");
            demand(request.branches().size() == 1, request, what + " with more than one Via");
            demand(
                    invite.headers()
                            .getOrDefault("route", List.of())
                            .equals(request.headers().getOrDefault("route", List.of())),
                    request,
                    what + " with another Route");
        }
    }

    /// §17.1.1.3 for failures, §13.2.2.4 for 2xx.
    private void acknowledgment(Seen ack, String top) {
        if (requests.containsKey(key(ack, top, "INVITE"))) {
            sameAsInvite(ack, top, "ACK");
            demand(
                    finals.getOrDefault(key(ack, top, "INVITE"), 0) >= 300,
                    ack,
                    "ACK to a 2xx on the INVITE's branch");
        } else {
            demand(!ack.tag("to").isEmpty(), ack, "ACK outside of a dialog");
        }
    }

    /// §12.2.1.1: one higher in its direction, and hop copies carry the same.
    private void sequence(Seen request) {
        String direction = request.callId() + " " + request.tag("from");
        if (!counted.add(direction + " " + request.sequence() + " " + request.method())) {
            return;
        }
        Long last = highest.put(direction, request.sequence());
        demand(
                last == null || request.sequence() == last + 1,
                request,
                "CSeq " + request.sequence() + " after " + last);
    }

    /// §17.1.3, §16.7: to where its request came from, with the same Via stack.
    private void response(Seen response) {
        String key = key(response, response.branches().get(0), response.method());
        Seen request = requests.get(key);
        demand(request != null, response, "response to nothing");
        if (request == null) {
            return;
        }
        demand(request.branches().equals(response.branches()), response, "Via stack");
        demand(
                request.from().equals(response.to()) && request.to().equals(response.from()),
                response,
                "goes elsewhere");
        demand(request.sequence() == response.sequence(), response, "CSeq");
        demand(request.tag("from").equals(response.tag("from")), response, "From tag");
        String tag = request.tag("to");
        demand(tag.isEmpty() || tag.equals(response.tag("to")), response, "To tag");
        if (response.status() >= 200) {
            finals.put(key, response.status());
        }
    }

    private static String key(Seen of, String branch, String method) {
        return of.callId() + " " + branch + " " + method;
    }
}
