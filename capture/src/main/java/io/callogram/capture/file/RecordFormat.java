package io.callogram.capture.file;

/// Cuts packet records out of a window. Keeps between windows what the format carries from record
/// to record: byte order, interfaces, whether it is lost behind damage.
interface RecordFormat {

    /// A record longer than this is damage, not data.
    int MAX_RECORD = 64 << 20;

    /// What a record may hold when the file itself sets no limit: as in libpcap.
    int USUAL_RECORD = 262_144;

    /// How often a longer record than usual may turn out to be damage, before no more are believed:
    /// each costs reading ahead as far as it claims to reach.
    int PATIENCE = 8;

    /// Adds the whole records of the window to `into`; how many bytes are done with. None means
    /// that a record does not fit in the window.
    int cut(Window window, BlockBuilder into);

    /// Bytes before the first record.
    int headerLength();
}
