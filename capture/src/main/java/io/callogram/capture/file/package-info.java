/// Capture files as packets: pcap, pcapng and ERF, plain or in gzip, told apart by their first
/// bytes. Formats: draft-ietf-opsawg-pcap, draft-ietf-opsawg-pcapng. Reads whole records in big
/// blocks, and any byte or packet again at random. Damage never throws: it is reported and stepped
/// over. Knows nothing of what packets carry.
@NullMarked
package io.callogram.capture.file;

import org.jspecify.annotations.NullMarked;
