package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.analyzer.transaction.Seen;
import io.callogram.capture.decode.SiftedBlock;

/// A block after everything that can be done in parallel.
///
/// @param seen the scanned datagrams of `sifted`, in the same order
/// @param streams the RTP that the block carried
record ScannedBlock(SiftedBlock sifted, Seen[] seen, RtpStreams streams) {}
