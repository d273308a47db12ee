package io.callogram.capture.live;

/// Where every frame of a capture went, over all lives of its child: `received = handedOn + waiting
/// + kernelDrops + queueDrops`. What came while no child lived is in no count: the gaps say when
///   that was.
///
/// @param received frames that passed the filter
/// @param handedOn frames that the receiver took
/// @param waiting frames in the queue
/// @param kernelDrops frames that found no room in the kernel's ring
/// @param interfaceDrops frames that the interface lost before libpcap, as far as it says
/// @param queueDrops frames that found no room in the queue
/// @param filtered frames on the interfaces that the filter let not pass, by the interfaces' own
///   counts; -1 when they keep none (`any`)
/// @param gaps times at which nothing was captured
public record LiveCounters(
        long received,
        long handedOn,
        long waiting,
        long kernelDrops,
        long interfaceDrops,
        long queueDrops,
        long filtered,
        long gaps) {}
