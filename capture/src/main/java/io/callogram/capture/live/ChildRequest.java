package io.callogram.capture.live;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the child is asked over its standard input, so that nothing a client wrote ever stands in a
/// command line.
final class ChildRequest {

    private static final byte LIST = 1;
    private static final byte CAPTURE = 2;

    private ChildRequest() {}

    /// `options` null asks for the list of interfaces.
    static void write(@Nullable LiveOptions options, DataOutputStream out) throws IOException {
        if (options == null) {
            out.writeByte(LIST);
        } else {
            out.writeByte(CAPTURE);
            out.writeShort(options.interfaces().size());
            for (String name : options.interfaces()) {
                out.writeUTF(name);
            }
            String filter = options.filter();
            out.writeUTF(filter == null ? "" : filter);
            out.writeInt(options.snapLength());
            out.writeInt(options.ringBytes());
            out.writeBoolean(options.promiscuous());
        }
        out.flush();
    }

    static @Nullable LiveOptions read(DataInputStream in) throws IOException {
        if (in.readByte() == LIST) {
            return null;
        }
        int count = in.readUnsignedShort();
        List<String> interfaces = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            interfaces.add(in.readUTF());
        }
        String filter = in.readUTF();
        return LiveOptions.of(interfaces, filter.isBlank() ? null : filter)
                .withSnapLength(in.readInt())
                .withRing(in.readInt())
                .withPromiscuous(in.readBoolean());
    }
}
