package io.callogram.capture.packet;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Numbers out of bytes, in network order unless the name says otherwise. Bounds are the caller's.
public final class Bytes {

    private static final VarHandle SHORT = big(short[].class);
    private static final VarHandle INT = big(int[].class);
    private static final VarHandle LONG = big(long[].class);
    private static final VarHandle LITTLE_SHORT = little(short[].class);
    private static final VarHandle LITTLE_INT = little(int[].class);
    private static final VarHandle LITTLE_LONG = little(long[].class);

    private Bytes() {}

    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    public static int u16(byte[] bytes, int at) {
        return (short) SHORT.get(bytes, at) & 0xffff;
    }

    public static int i32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    public static long u32(byte[] bytes, int at) {
        return (int) INT.get(bytes, at) & 0xffff_ffffL;
    }

    public static long i64(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    public static int i32(byte[] bytes, int at, boolean bigEndian) {
        return bigEndian ? (int) INT.get(bytes, at) : (int) LITTLE_INT.get(bytes, at);
    }

    public static long u32(byte[] bytes, int at, boolean bigEndian) {
        return i32(bytes, at, bigEndian) & 0xffff_ffffL;
    }

    public static int u16(byte[] bytes, int at, boolean bigEndian) {
        short value =
                bigEndian ? (short) SHORT.get(bytes, at) : (short) LITTLE_SHORT.get(bytes, at);
        return value & 0xffff;
    }

    public static long littleLong(byte[] bytes, int at) {
        return (long) LITTLE_LONG.get(bytes, at);
    }

    public static int littleInt(byte[] bytes, int at) {
        return (int) LITTLE_INT.get(bytes, at);
    }

    public static void putI32(byte[] bytes, int at, int value) {
        INT.set(bytes, at, value);
    }

    public static void putI64(byte[] bytes, int at, long value) {
        LONG.set(bytes, at, value);
    }

    public static void putLittleInt(byte[] bytes, int at, int value) {
        LITTLE_INT.set(bytes, at, value);
    }

    private static VarHandle big(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    private static VarHandle little(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.LITTLE_ENDIAN);
    }
}
