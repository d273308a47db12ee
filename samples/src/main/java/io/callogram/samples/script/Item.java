package io.callogram.samples.script;

import io.callogram.samples.wire.Endpoint;
import io.callogram.samples.wire.Frames;
import io.callogram.samples.wire.TcpStream;
import java.io.IOException;

/// Something a capture will show at a time. What is on its way is bytes; packets are made of them
/// when the time has come.
public sealed interface Item {
    long at();

    void write(Frames frames) throws IOException;

    /// The payload of one datagram.
    record Datagram(long at, Endpoint from, Endpoint to, int id, byte[] payload) implements Item {
        @Override
        public void write(Frames frames) throws IOException {
            frames.udp(at, from, to, id, payload, payload.length);
        }
    }

    /// One of the three packets that open a TCP connection, by their number 0, 1, 2.
    record Opening(long at, TcpStream stream, int step) implements Item {
        @Override
        public void write(Frames frames) throws IOException {
            stream.open(frames, at, step);
        }
    }

    /// Bytes one end says on a TCP connection: a message or a keep-alive.
    record Said(long at, TcpStream stream, boolean byOpener, byte[] payload) implements Item {
        @Override
        public void write(Frames frames) throws IOException {
            stream.say(frames, at, byOpener, payload, payload.length);
        }
    }

    /// A bare acknowledgment of all that has come.
    record Acknowledged(long at, TcpStream stream, boolean byOpener) implements Item {
        @Override
        public void write(Frames frames) throws IOException {
            stream.acknowledge(frames, at, byOpener);
        }
    }

    /// The end of a connection, one FIN from each side.
    record Closing(long at, TcpStream stream, boolean byOpener) implements Item {
        @Override
        public void write(Frames frames) throws IOException {
            stream.close(frames, at, byOpener);
        }
    }
}
