package io.callogram.analyzer.pipeline;

import io.callogram.analyzer.media.RtpStreams;
import io.callogram.capture.packet.Trouble;
import java.util.List;

/// What a pass over a capture says besides its calls.
///
/// @param account where every packet went
/// @param troubles what could not be read, and where
/// @param streams the RTP and RTCP that was counted
public record Analyzed(Account account, List<Trouble> troubles, RtpStreams streams) {}
