package io.callogram.analyzer.flow.hint;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.call.Folded;
import io.callogram.analyzer.call.MediaStream;
import io.callogram.analyzer.sip.Messages;
import io.callogram.analyzer.transaction.Conversation;
import io.callogram.capture.packet.Endpoint;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// One case of `cases.txt`.
///
/// @param evidence of the hint that shows
/// @param after seconds of the conversation's time until which the capture goes on, or -1
record HintCase(
        boolean shows, HintKind kind, List<Integer> evidence, double after, String conversation) {

    private static final String TRIES = "0.0 A>B INVITE 1 a/ sdp=A:4000\n0.1 B>A 100 1 a/\n";
    private static final String RINGS = TRIES + "0.3 B>A 180 1 a/b\n";
    private static final String TALKS = RINGS + "2.0 B>A 200 1 a/b sdp=B:5000\n2.1 A>B ACK 1 a/b\n";
    private static final String BYE = "60.0 A>B BYE 2 a/b\n60.1 B>A 200/BYE 2 a/b\n";

    static List<HintCase> all() {
        List<HintCase> cases = new ArrayList<>();
        String file =
                new String(
                        Messages.resource("/io/callogram/analyzer/flow/hint/cases.txt"),
                        StandardCharsets.UTF_8);
        for (String block : file.split("\n(?=shows |hides )")) {
            if (!block.startsWith("#")) {
                cases.add(read(block));
            }
        }
        return cases;
    }

    private static HintCase read(String block) {
        int end = block.indexOf('\n');
        List<String> words = Arrays.asList(block.substring(0, end).split(" "));
        int after = words.indexOf("after");
        List<Integer> evidence =
                words.subList(2, after < 0 ? words.size() : after).stream()
                        .map(Integer::valueOf)
                        .toList();
        String slug = words.get(1).toUpperCase(Locale.ROOT).replace('-', '_');
        return new HintCase(
                words.getFirst().equals("shows"),
                HintKind.valueOf(slug),
                evidence,
                after < 0 ? -1 : Double.parseDouble(words.get(after + 1)),
                expanded(block.substring(end + 1)));
    }

    static String expanded(String text) {
        return text.replace("@talks", TALKS)
                .replace("@rings", RINGS)
                .replace("@tries", TRIES)
                .replace("@bye", BYE)
                .replace("\n\n", "\n")
                .strip();
    }

    List<Call> calls() {
        List<MediaStream> streams = new ArrayList<>();
        StringBuilder messages = new StringBuilder();
        conversation
                .lines()
                .forEach(line -> {
                    if (line.startsWith("rtp ")) {
                        streams.add(stream(line.split(" ")));
                    } else {
                        messages.append(line).append('\n');
                    }
                });
        return after < 0 && streams.isEmpty()
                ? Folded.calls(messages.toString())
                : List.of(Folded.callAfter(messages.toString(), after < 0 ? 100 : after, streams));
    }

    /// `rtp from>to start end packets`.
    private static MediaStream stream(String[] words) {
        String[] ends = words[1].split(">");
        Endpoint from = Conversation.endpoint(ends[0]);
        Endpoint to = Conversation.endpoint(ends[1]);
        long start = Conversation.START + Math.round(Double.parseDouble(words[2]) * 1e9);
        long end = Conversation.START + Math.round(Double.parseDouble(words[3]) * 1e9);
        return new MediaStream(from, to, 1, 8, false, Long.parseLong(words[4]), start, end, 0);
    }

    @Override
    public String toString() {
        return (shows ? "shows " : "hides ") + kind.slug();
    }
}
