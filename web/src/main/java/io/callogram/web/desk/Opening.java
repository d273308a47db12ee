package io.callogram.web.desk;

import io.callogram.analyzer.log.Log;
import io.callogram.analyzer.log.LogSource;
import io.callogram.analyzer.log.Recording;
import io.callogram.analyzer.log.Upload;
import io.callogram.analyzer.pipeline.Library;
import io.callogram.capture.file.CaptureFile;
import java.io.IOException;

/// Brings what is in the log into the library.
record Opening(Log log, Library library, Scratch scratch) {

    /// One capture that went bad on disk does not keep the others from being seen.
    void open(LogSource source) throws IOException {
        String name = log.name(source.id());
        if (source.bytes() == 0) {
            boolean erased = !log.gone(source.id()).isNothing();
            String why = erased ? "everything was erased" : "nothing was captured";
            library.addUnopened(source.id(), name, 0, why);
            return;
        }
        try {
            CaptureFile capture = source.capture(scratch.folder());
            switch (source) {
                case Upload upload -> library.add(upload.id(), name, capture, upload.bytes());
                case Recording recording ->
                        library.resume(recording.id(), name, capture, recording.bytes());
            }
        } catch (IOException e) {
            String sentence = "could not be opened: " + e.getMessage();
            library.addUnopened(source.id(), name, source.bytes(), sentence);
        }
    }
}
