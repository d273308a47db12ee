package io.callogram.samples.script;

/// How good the network is and what the capture sees beside signalling; all are shares between 0
/// and 1.
///
/// @param loss of requests that are lost once, so that they are sent again (RFC 3261 §17.1.1.2,
///   timer A)
/// @param mirrored of calls seen twice, because a mirror port copies both directions
/// @param media of answered calls with some RTP and RTCP packets
/// @param partial of simple calls of which only one access leg is captured
public record Conditions(double loss, double mirrored, double media, double partial) {
    public static final Conditions CLEAN = new Conditions(0, 0, 0, 0);
    public static final Conditions REAL = new Conditions(0.004, 0.01, 0.02, 0.25);
}
