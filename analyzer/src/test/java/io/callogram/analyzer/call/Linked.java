package io.callogram.analyzer.call;

import java.util.ArrayList;
import java.util.List;

/// Conversations of several legs, and which of them were joined.
final class Linked {

    private Linked() {}

    static final String TALK =
            """
            0.0 A>B INVITE 1 a1/ id=one sdp=A:4000
            0.3 B>A 180 1 a1/b1 id=one
            2.0 B>A 200 1 a1/b1 id=one sdp=B:5000
            2.1 A>B ACK 1 a1/b1 id=one
            """;

    static String invited(String more) {
        return TALK
                + "8.0 D>B INVITE 1 d1/ id=two to=1002 "
                + more
                + "|8.1 B>D 200 1 d1/b2 id=two|";
    }

    /// A calls B through S, a B2BUA with media anchored elsewhere or passed through.
    static String bridged(String more) {
        return """
        0.00 A>S INVITE 1 a1/ id=in@a sdp=A:4000
        0.01 S>A 100 1 a1/ id=in@a
        0.05 S>B INVITE 1 s1/ id=out@s from=1001 contact=S MORE
        0.30 B>S 180 1 s1/b1 id=out@s
        0.32 S>A 180 1 a1/t1 id=in@a contact=S
        2.00 B>S 200 1 s1/b1 id=out@s sdp=B:5000
        2.02 S>A 200 1 a1/t1 id=in@a contact=S ANSWER
        2.10 A>S ACK 1 a1/t1 id=in@a
        2.11 S>B ACK 1 s1/b1 id=out@s
        9.00 B>S BYE 1 b1/s1 id=out@s
        9.02 S>A BYE 1 t1/a1 id=in@a contact=S v=S9
        9.10 A>S 200/BYE 1 t1/a1 id=in@a v=S9
        9.11 S>B 200/BYE 1 b1/s1 id=out@s
        """
                .replace("MORE", more)
                .replace("ANSWER", "sdp=S:9000");
    }

    static List<String> links(Call call) {
        List<String> links = new ArrayList<>();
        for (Leg leg : call.legs()) {
            Link link = leg.link();
            links.add(link == null ? "-" : link.kind() + ">" + link.toLeg());
        }
        return links;
    }

    static List<String> links(String text) {
        return links(Folded.call(text));
    }

    static int calls(String text) {
        return Folded.calls(text).size();
    }
}
