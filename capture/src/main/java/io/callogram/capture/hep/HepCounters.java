package io.callogram.capture.hep;

/// Where every HEP message went: `received = handedOn + waiting + notAllowed + unauthenticated +
/// malformed + tooLarge + queueDrops`; `kernelDrops` never arrived.
///
/// @param notAllowed came from an address that is not on the list
/// @param unauthenticated had no key, or a wrong one
/// @param malformed were no HEP
/// @param tooLarge do not fit into one datagram, as which they are kept
/// @param kernelDrops datagrams that found no room at the socket; 0 where the system does not say
/// @param connections refused because there are too many (TCP)
public record HepCounters(
        long received,
        long handedOn,
        long waiting,
        long notAllowed,
        long unauthenticated,
        long malformed,
        long tooLarge,
        long queueDrops,
        long kernelDrops,
        long connections) {}
