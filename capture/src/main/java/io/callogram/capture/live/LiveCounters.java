package io.callogram.capture.live;

/// Where every frame of a capture went, over all lives of its child: `received = handedOn + waiting
/// + kernelDrops + queueDrops`. What came while no child lived, and what a dead one had not handed
///   on, is in none of these: see `gaps` and `missed`.
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
/// @param missed frames that passed in the gaps, by the interfaces' own counts where they keep any;
///   with a filter at most
public record LiveCounters(
        long received,
        long handedOn,
        long waiting,
        long kernelDrops,
        long interfaceDrops,
        long queueDrops,
        long filtered,
        long gaps,
        long missed) {}
