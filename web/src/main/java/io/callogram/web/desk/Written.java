package io.callogram.web.desk;

import io.callogram.analyzer.index.query.Annotations;
import io.callogram.analyzer.index.query.Query;
import io.callogram.analyzer.log.Entry;
import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.pipeline.Library;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/// What people write: notes on calls and names of sources. The journal keeps it.
record Written(Log log, Library library) {

    void note(String call, String text) throws IOException {
        log.note(new Entry.NoteAdded(call, text));
    }

    /// Before the calls are erased: afterwards nobody knows whose notes they were.
    void eraseNotes(int source) throws IOException {
        for (String call : log.notes().keySet()) {
            if (library.index().byId(call).filter(it -> it.row().source() == source).isPresent()) {
                note(call, "");
            }
        }
    }

    /// The query with names of sources and notes as they are now.
    Query resolved(Query query) {
        Map<Integer, String> names = new HashMap<>();
        library.sources().forEach(source -> names.put(source.number(), source.name()));
        return new Annotations(names, log.notes()).resolve(query);
    }

    /// A source that is only visited has another name as long as it is open.
    void rename(int id, String name) throws IOException {
        if (log.source(id).isPresent()) {
            log.note(new Entry.Renamed(id, name));
        }
        library.rename(id, name);
    }
}
