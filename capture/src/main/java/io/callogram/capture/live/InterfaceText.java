package io.callogram.capture.live;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// An interface as the child describes it to its parent.
final class InterfaceText {

    private static final int LONGEST = 1 << 10;

    private InterfaceText() {}

    static byte[] write(CaptureInterface described) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(described.up());
            out.writeBoolean(described.loopback());
            out.writeUTF(cut(described.name()));
            out.writeUTF(cut(described.description()));
            out.writeShort(described.addresses().size());
            for (String address : described.addresses()) {
                out.writeUTF(cut(address));
            }
        }
        return bytes.toByteArray();
    }

    static CaptureInterface read(byte[] bytes, int offset, int length) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes, offset, length));
        boolean up = in.readBoolean();
        boolean loopback = in.readBoolean();
        String name = in.readUTF();
        String description = in.readUTF();
        int count = in.readUnsignedShort();
        List<String> addresses = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            addresses.add(in.readUTF());
        }
        return new CaptureInterface(name, description, addresses, up, loopback);
    }

    private static String cut(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST));
    }
}
