package io.callogram.capture.reassembly;

import java.util.Arrays;

/// How far the framing of one direction of a stream has come.
final class Framing {

    /// How messages are told apart in the stream.
    enum Mode {
        SIP,
        /// HEP messages, which say how long they are.
        HEP,
        /// An HTTP header section that may become a WebSocket.
        UPGRADE,
        WEBSOCKET
    }

    Mode mode = Mode.SIP;

    /// Looking for the next start line: what comes before it cannot be framed.
    boolean lost;

    /// Bytes of the buffer that hold no end of the header section, and the length of the whole
    /// message once it is known; both count from the buffer's front.
    int scanned;

    int needed;

    /// Bytes of an oversized WebSocket frame still to be passed over.
    long skip;

    /// A WebSocket message that is masked or in several frames, unmasked so far.
    byte[] message = new byte[0];

    int messageLength;
    long messagePosition;
    long[] messageRecords = new long[4];
    int messageRecordCount;

    private boolean gap;

    void lose() {
        lost = true;
        restart();
    }

    void restart() {
        scanned = 0;
        needed = 0;
    }

    void gap() {
        gap = true;
        messageLength = 0;
        messageRecordCount = 0;
        lose();
    }

    /// Whether bytes are missing before the next message; asked once per message.
    boolean takeGap() {
        boolean was = gap;
        gap = false;
        return was;
    }

    void addRecord(long record) {
        if (messageRecordCount > 0 && messageRecords[messageRecordCount - 1] == record) {
            return;
        }
        if (messageRecordCount == messageRecords.length) {
            messageRecords = Arrays.copyOf(messageRecords, messageRecordCount * 2);
        }
        messageRecords[messageRecordCount++] = record;
    }

    void endMessage() {
        messageLength = 0;
        messageRecordCount = 0;
        if (message.length > 1 << 16) {
            message = new byte[0];
        }
    }

    int memory() {
        return message.length + messageRecords.length * 8;
    }
}
