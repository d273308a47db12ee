package io.callogram.samples.sip;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A growing array of UTF-8 bytes, quick for ASCII.
final class Utf8 {
    private byte[] bytes = new byte[2048];
    private int length;

    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }

    void clear() {
        length = 0;
    }

    Utf8 put(String text) {
        int size = text.length();
        room(size);
        byte[] to = bytes;
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                length = at;
                return encoded(text.substring(i));
            }
            to[at++] = (byte) c;
        }
        length = at;
        return this;
    }

    private Utf8 encoded(String text) {
        return put(text.getBytes(StandardCharsets.UTF_8));
    }

    Utf8 put(byte[] more) {
        room(more.length);
        System.arraycopy(more, 0, bytes, length, more.length);
        length += more.length;
        return this;
    }

    Utf8 put(char ascii) {
        room(1);
        bytes[length++] = (byte) ascii;
        return this;
    }

    Utf8 put(int number) {
        if (number >= 10) {
            put(number / 10);
        }
        return put((char) ('0' + number % 10));
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
