package io.callogram.web.api;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.CallIndex;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.SearchTooLong;
import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.UnusableCursor;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.log.Gone;
import io.callogram.analyzer.pipeline.Account;
import io.callogram.analyzer.sip.Where;
import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.LiveOptions;
import io.callogram.capture.packet.Trouble;
import io.callogram.web.api.workbench.Captures;
import io.callogram.web.api.workbench.MessageReading;
import io.callogram.web.api.workbench.SourceView;
import io.callogram.web.api.workbench.Workbench;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/// One call by hand in a real index; uploads are kept as bytes. What the server is tested with.
final class MemoryWorkbench implements Workbench, AutoCloseable {

    /// Opening it goes wrong.
    static final String BROKEN = "c-broken";

    private final Wire wire = new Wire();
    private final Call call = BasicCall.on(wire);
    private final CallIndex index;
    private final Map<Integer, SourceView> sources = new ConcurrentSkipListMap<>();
    private final Map<Integer, byte[]> received = new ConcurrentSkipListMap<>();
    private final List<Consumer<Change>> listeners = new CopyOnWriteArrayList<>();
    private final Map<String, String> notes = new ConcurrentSkipListMap<>();
    private final AtomicInteger last = new AtomicInteger(1);

    MemoryWorkbench() throws IOException {
        index = CallIndex.inMemory();
        index.add(CallRecord.of(BasicCall.findings(call), 1, "pbx.pcap"), 1);
        index.refresh();
        sources.put(1, view(1, "pbx.pcap", 4096));
    }

    Call basicCall() {
        return call;
    }

    byte[] received(int source) {
        return received.getOrDefault(source, new byte[0]);
    }

    void tell(Change change) {
        listeners.forEach(listener -> listener.accept(change));
    }

    private static SourceView view(int id, String name, long bytes) {
        return new SourceView(
                id,
                name,
                SourceView.State.READY,
                bytes,
                bytes,
                9,
                1,
                120_000,
                -1,
                1,
                new Account(
                        852,
                        9,
                        0,
                        0,
                        0,
                        843,
                        0,
                        new TreeMap<>(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        Wire.START,
                        Wire.START + 60_000_000_000L),
                List.of(new Trouble("cut", 4096, "The capture ends in the middle of a packet.")),
                null,
                false,
                new Gone(8, 1, Wire.START));
    }

    @Override
    public Findings findings(Call call) {
        return Findings.of(call);
    }

    @Override
    public Page search(Search search) throws IOException, UnusableCursor, SearchTooLong {
        return index.search(search);
    }

    @Override
    public Statistics statistics(Query query) throws IOException, SearchTooLong {
        return index.statistics(query);
    }

    @Override
    public long newest() throws IOException {
        return index.newest();
    }

    @Override
    public Optional<CallRecord> record(String id) throws IOException {
        return index.byId(id);
    }

    @Override
    public Optional<CallRecord> recordAt(int source, long position) throws IOException {
        return index.byPosition(source, position);
    }

    @Override
    public Optional<Call> call(String id) {
        if (id.equals(BROKEN)) {
            throw new IllegalStateException("no such file at /usr/share");
        }
        return id.equals(call.id()) ? Optional.of(call) : Optional.empty();
    }

    @Override
    public byte[] bytes(Where where) {
        return wire.bytes(where);
    }

    @Override
    public Optional<SourceView> sample(String name) {
        if (!name.equals("attended-transfer")) {
            return Optional.empty();
        }
        SourceView sample = view(last.incrementAndGet(), name + ".pcap", 100);
        sources.put(sample.id(), sample);
        return Optional.of(sample);
    }

    @Override
    public MessageReading reading(byte[] message, Where where) {
        return Wire.read(message);
    }

    @Override
    public List<Layer> layers(Where where) {
        return List.of(
                new Layer(
                        "UDP",
                        List.of(Map.entry("source port", Integer.toString(where.from().port())))));
    }

    @Override
    public void pcap(Call call, OutputStream out) throws IOException {
        out.write(new byte[] {0x0a, 0x0d, 0x0d, 0x0a});
    }

    @Override
    public int anonymizedPcap(Call call, OutputStream out) throws IOException {
        out.write("nobody".getBytes(StandardCharsets.US_ASCII));
        return 2;
    }

    @Override
    public SourceView adopt(String name, Path spooled) throws IOException {
        int id = last.incrementAndGet();
        received.put(id, Files.readAllBytes(spooled));
        Files.delete(spooled);
        SourceView source = view(id, name, received(id).length);
        sources.put(id, source);
        return source;
    }

    /// One interface, on which nothing ever comes.
    @Override
    public Captures captures() {
        return new Captures() {
            @Override
            public List<CaptureInterface> interfaces() {
                return List.of(new CaptureInterface("eth0", "", List.of("10.0.0.1"), true, false));
            }

            @Override
            public SourceView start(LiveOptions options) {
                SourceView begun =
                        view(last.incrementAndGet(), String.join(",", options.interfaces()), 0);
                sources.put(begun.id(), begun);
                return begun;
            }

            @Override
            public boolean stop(int id) {
                return id > 1 && sources.containsKey(id);
            }
        };
    }

    @Override
    public List<SourceView> sources() {
        return List.copyOf(sources.values());
    }

    @Override
    public Optional<SourceView> source(int id) {
        return Optional.ofNullable(sources.get(id));
    }

    @Override
    public boolean removeSource(int id) {
        return sources.remove(id) != null;
    }

    @Override
    public Optional<SourceView> rename(int id, String name) {
        return Optional.ofNullable(
                sources.computeIfPresent(id, (_, old) -> view(id, name, old.bytes())));
    }

    @Override
    public Map<String, String> notes() {
        return Map.copyOf(notes);
    }

    @Override
    public void note(String call, String text) {
        if (text.isEmpty()) {
            notes.remove(call);
        } else {
            notes.put(call, text);
        }
    }

    @Override
    public Subscription subscribe(Consumer<Change> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public Map<String, Long> counters() {
        return Map.of("packets_total", 852L);
    }

    @Override
    public String version() {
        return "test";
    }

    @Override
    public String rules() {
        return "0";
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
