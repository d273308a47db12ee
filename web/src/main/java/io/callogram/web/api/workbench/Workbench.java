package io.callogram.web.api.workbench;

import io.callogram.analyzer.call.Call;
import io.callogram.analyzer.flow.hint.Findings;
import io.callogram.analyzer.index.Page;
import io.callogram.analyzer.index.Search;
import io.callogram.analyzer.index.SearchTooLong;
import io.callogram.analyzer.index.Statistics;
import io.callogram.analyzer.index.UnusableCursor;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.index.record.CallRecord;
import io.callogram.analyzer.sip.Where;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Everything that was captured, opened for work. Safe for many threads.
public interface Workbench {

    Page search(Search search) throws IOException, UnusableCursor, SearchTooLong;

    Statistics statistics(Query query) throws IOException, SearchTooLong;

    /// What times of day and relative times in a query are counted from: the newest call's start in
    /// nanoseconds since 1970, 0 without calls.
    long newest() throws IOException;

    /// The record of a call as the index keeps it.
    Optional<CallRecord> record(String id) throws IOException;

    /// The record of the call that holds the message at that position.
    Optional<CallRecord> recordAt(int source, long position) throws IOException;

    /// The call folded again from its bytes; empty when there is none of that id any more.
    Optional<Call> call(String id) throws IOException;

    /// What is concluded of a call, by the same rules for all.
    Findings findings(Call call) throws IOException;

    /// Exact bytes of one message.
    byte[] bytes(Where where) throws IOException;

    /// One message taken apart for people, with the structured values of its header fields.
    MessageReading reading(byte[] message, Where where);

    /// The packet that completed a message, layer by layer, from the link to the transport.
    List<Layer> layers(Where where) throws IOException;

    /// Writes the call's packets as pcapng.
    void pcap(Call call, OutputStream out) throws IOException;

    /// Writes them with pseudonyms.
    ///
    /// @return how many bodies and pieces of streams had to be left out
    int anonymizedPcap(Call call, OutputStream out) throws IOException;

    /// Takes over a complete, spooled upload: moves the file to its place and begins to read it.
    /// Whatever happens, the file is not the caller's any more.
    ///
    /// @param name as the person called it: for showing, never a path
    /// @throws io.callogram.capture.file.NotACapture when it is something else; the message is a
    ///   sentence for people
    SourceView adopt(String name, Path spooled) throws IOException;

    /// Begins to read a capture of which only the first part was spooled yet; empty when it cannot
    /// be read before it is complete. The caller's still, until it says what became of it.
    ///
    /// @param size that it will have
    default Optional<Arrival> arrive(String name, Path spooled, long size) {
        return Optional.empty();
    }

    /// Reads a capture that comes with the program; empty when none is called so.
    Optional<SourceView> sample(String name) throws IOException;

    Captures captures();

    List<SourceView> sources();

    Optional<SourceView> source(int id);

    /// Erases a source with everything derived from it; false when there is none.
    boolean removeSource(int id) throws IOException;

    /// Calls a source otherwise, for as long as it is kept; empty when there is none of that id.
    Optional<SourceView> rename(int id, String name) throws IOException;

    /// What people noted on calls, by the call's id.
    Map<String, String> notes();

    /// Notes something on a call in place of what was noted; an empty text takes the note away.
    void note(String call, String text) throws IOException;

    /// Calls the listener on every change until the subscription is closed. The listener does not
    /// block.
    Subscription subscribe(Consumer<Change> listener);

    /// Every counter that matters, by a stable name in snake case.
    Map<String, Long> counters();

    /// What somebody should know who looks after the machine, a sentence each; empty when all is
    /// well.
    default List<String> complaints() {
        return List.of();
    }

    String version();

    /// Version of the flow rules.
    String rules();

    /// A listening that can end.
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /// One protocol layer, fields in order.
    record Layer(String name, List<Map.Entry<String, String>> fields) {}

    /// What is told as it happens.
    sealed interface Change {

        /// A source made progress or is gone.
        record OfSource(SourceView source) implements Change {}

        /// @param changed how many calls are new or different
        record OfCalls(int source, long changed) implements Change {}

        /// A call of a live source is different, or gone; what it is now can be found when
        /// `OfCalls` is told next.
        record OfCall(String id) implements Change {}
    }
}
