package io.callogram.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Rulebook;
import io.callogram.analyzer.index.Order;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.capture.decode.LinkTypes;
import io.callogram.capture.hep.HepAddress;
import io.callogram.capture.hep.HepOptions;
import io.callogram.capture.hep.HepSender;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench.Change;
import io.callogram.web.desk.Desk;
import io.callogram.web.json.EventFields;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DerivedNewsTest {

    private static final int CALLS = 30;
    private static final Pattern LINE =
            Pattern.compile(".*\"call\":\"([^\"]+)\",\"number\":(\\d+),.*");

    /// What a listener keeps that does as the reference says.
    private final Map<String, NavigableMap<Integer, String>> kept = new TreeMap<>();

    @TempDir private Path folder;

    private void told(String type, String content) {
        assertThat(type).isEqualTo("derived");
        Matcher line = LINE.matcher(content);
        assertThat(line.matches()).as(content).isTrue();
        NavigableMap<Integer, String> call =
                kept.computeIfAbsent(line.group(1), _ -> new TreeMap<>());
        int number = Integer.parseInt(line.group(2));
        call.tailMap(number, true).clear();
        call.put(number, content);
    }

    private static byte[] packet(String start, int number, boolean back) {
        String sip =
                start
                        + "\r\nVia: SIP/2.0/UDP 10.0.0.1;branch=z9hG4bK"
                        + number
                        + "\r\nFrom: <sip:alice@x>;tag=1\r\nTo: <sip:bob@x>\r\nCall-ID: "
                        + number
                        + "@x\r\nCSeq: 1 MESSAGE\r\nContent-Length: 0\r\n\r\n";
        ByteBuffer packet = ByteBuffer.allocate(28 + sip.length());
        packet.putInt(0x4500_0000 | 28 + sip.length()).putInt(0).putInt(0x4011_0000);
        packet.putInt(back ? 0x0a00_0002 : 0x0a00_0001).putInt(back ? 0x0a00_0001 : 0x0a00_0002);
        packet.putShort((short) 5060).putShort((short) 5060).putShort((short) (8 + sip.length()));
        return packet.putShort((short) 0).put(sip.getBytes(StandardCharsets.US_ASCII)).array();
    }

    private static void send(HepAddress to, String start, boolean back) throws IOException {
        try (HepSender sender = new HepSender(to, new byte[0])) {
            for (int i = 0; i < CALLS; i++) {
                byte[] packet = packet(start, i, back);
                long now = System.currentTimeMillis() * 1_000_000;
                sender.frame(now, LinkTypes.RAW, packet.length, packet, 0, packet.length);
            }
        }
    }

    /// Tells what is new until each call has so many events, or more.
    private void hear(DerivedNews news, LinkedBlockingQueue<Change> changes, int events)
            throws InterruptedException {
        while (kept.size() < CALLS || kept.values().stream().anyMatch(c -> c.size() < events)) {
            assertThat(changes.poll(60, TimeUnit.SECONDS)).isNotNull();
            news.tell(this::told);
        }
    }

    @Test
    void givesByTheEndWhatTheCallsHoldThen() throws Exception {
        try (Desk desk = Desk.open(folder, Rulebook.STANDARD)) {
            DerivedNews news = new DerivedNews(desk);
            LinkedBlockingQueue<Change> changes = new LinkedBlockingQueue<>();
            desk.subscribe(change -> {
                switch (change) {
                    case Change.OfCall(String id) -> news.changed(id);
                    case Change.OfCalls _ -> assertThat(news.found()).isTrue();
                    case Change.OfSource _ -> {
                        // Nothing of it concerns calls.
                    }
                }
                changes.add(change);
            });
            SourceView source =
                    desk.listen(
                            HepOptions.of(
                                    Objects.requireNonNull(HepAddress.parse("udp:127.0.0.1:0"))));
            String what = Objects.requireNonNull(source.capture()).what();
            HepAddress to = Objects.requireNonNull(HepAddress.parse(what.substring(4)));
            send(to, "MESSAGE sip:bob@x SIP/2.0", false);
            hear(news, changes, 1);
            int before = kept.values().stream().mapToInt(Map::size).max().orElseThrow();
            send(to, "SIP/2.0 200 OK", true);
            hear(news, changes, before + 1);
            assertThat(desk.captures().stop(source.id())).isTrue();
            while (desk.source(source.id()).orElseThrow().state() != SourceView.State.READY) {
                changes.poll(1, TimeUnit.SECONDS);
            }
            news.found();
            news.tell(this::told);
            assertSame(desk, desk.source(source.id()).orElseThrow().name());
        }
    }

    private void assertSame(Desk desk, String source) throws Exception {
        Search all = new Search(new Query.All(), Order.NEWEST, Search.MOST, null);
        List<CallRecord> records = desk.search(all).calls();
        assertThat(records).hasSize(CALLS);
        for (CallRecord record : records) {
            Call call = desk.call(record.row().id()).orElseThrow();
            assertThat(String.join("\n", kept.get(call.id()).values()) + "\n")
                    .isEqualTo(new String(EventFields.lines(call, source), StandardCharsets.UTF_8));
        }
    }

    @Test
    void saysThatItLeftSomethingOutWhenTooMuchChanges() throws Exception {
        DerivedNews news = new DerivedNews(new MemoryWorkbench());
        for (int i = 0; i < DerivedNews.MOST; i++) {
            news.changed("call " + i);
        }
        assertThat(news.found()).isTrue();
        news.changed("one more");
        assertThat(news.found()).isFalse();
        assertThat(news.found()).isTrue();
        news.tell(this::told);
        assertThat(kept).isEmpty();
    }
}
