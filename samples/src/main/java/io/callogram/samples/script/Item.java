package io.callogram.samples.script;

import io.callogram.samples.sip.Message;
import io.callogram.samples.sip.MessageText;
import io.callogram.samples.wire.Endpoint;
import io.callogram.samples.wire.Frames;
import io.callogram.samples.wire.TcpStream;
import java.io.IOException;

/// Something a capture will show at a time. Its bytes are made only when its time has come.
public sealed interface Item {
    long at();

    void write(Frames frames, MessageText text) throws IOException;

    /// A SIP message in a datagram.
    record Datagram(long at, Endpoint from, Endpoint to, int id, Message message) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            text.write(message);
            frames.udp(at, from, to, id, text.bytes(), text.length());
        }
    }

    /// Any other datagram: media, keep-alives, junk.
    record Raw(long at, Endpoint from, Endpoint to, int id, byte[] payload) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            frames.udp(at, from, to, id, payload, payload.length);
        }
    }

    /// One of the three packets that open a TCP connection, by their number 0, 1, 2.
    record Opening(long at, TcpStream stream, int step) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            stream.open(frames, at, step);
        }
    }

    /// A SIP message on a TCP connection.
    record Streamed(long at, TcpStream stream, boolean byOpener, Message message) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            text.write(message);
            stream.say(frames, at, byOpener, text.bytes(), text.length());
        }
    }

    /// A bare acknowledgment of all that has come.
    record Acknowledged(long at, TcpStream stream, boolean byOpener) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            stream.acknowledge(frames, at, byOpener);
        }
    }

    /// The CRLF keep-alive of RFC 5626 §3.5.1.
    record Ping(long at, TcpStream stream) implements Item {
        private static final byte[] CRLF_CRLF = {'\r', '\n', '\r', '\n'};

        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            stream.say(frames, at, true, CRLF_CRLF, CRLF_CRLF.length);
        }
    }

    /// The end of a connection, one FIN from each side.
    record Closing(long at, TcpStream stream, boolean byOpener) implements Item {
        @Override
        public void write(Frames frames, MessageText text) throws IOException {
            stream.close(frames, at, byOpener);
        }
    }
}
