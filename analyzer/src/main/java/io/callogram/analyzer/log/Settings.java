package io.callogram.analyzer.log;

import java.time.Duration;

/// Sizes and times of a log.
///
/// @param segmentBytes a live segment is sealed when it has grown so long
/// @param waitingBytes packets that wait for the disk; what comes beyond is dropped and counted
/// @param commitEvery a group of packets is forced to disk not more often than this
/// @param retryEvery the longest pause before a failed disk is tried again
/// @param reserveBytes kept back on the disk for the last records when it is full
/// @param sealAfter when what an earlier run left unsealed is read: whoever opens a log wants the
///   machine for himself first
record Settings(
        long segmentBytes,
        int waitingBytes,
        Duration commitEvery,
        Duration retryEvery,
        int reserveBytes,
        Duration sealAfter,
        int aheadBytes) {

    static final Settings STANDARD =
            new Settings(
                    64L << 20,
                    32 << 20,
                    Duration.ofMillis(5),
                    Duration.ofMillis(500),
                    1 << 20,
                    Duration.ofSeconds(2),
                    4 << 20);

    Settings withSegmentBytes(long bytes) {
        return new Settings(
                bytes, waitingBytes, commitEvery, retryEvery, reserveBytes, sealAfter, aheadBytes);
    }

    Settings withWaitingBytes(int bytes) {
        return new Settings(
                segmentBytes, bytes, commitEvery, retryEvery, reserveBytes, sealAfter, aheadBytes);
    }

    Settings withCommitEvery(Duration pause) {
        return new Settings(
                segmentBytes, waitingBytes, pause, retryEvery, reserveBytes, sealAfter, aheadBytes);
    }

    Settings withRetryEvery(Duration pause) {
        return new Settings(
                segmentBytes,
                waitingBytes,
                commitEvery,
                pause,
                reserveBytes,
                sealAfter,
                aheadBytes);
    }

    Settings withReserveBytes(int bytes) {
        return new Settings(
                segmentBytes, waitingBytes, commitEvery, retryEvery, bytes, sealAfter, aheadBytes);
    }

    Settings withSealAfter(Duration pause) {
        return new Settings(
                segmentBytes,
                waitingBytes,
                commitEvery,
                retryEvery,
                reserveBytes,
                pause,
                aheadBytes);
    }

    Settings withAheadBytes(int bytes) {
        return new Settings(
                segmentBytes,
                waitingBytes,
                commitEvery,
                retryEvery,
                reserveBytes,
                sealAfter,
                bytes);
    }
}
