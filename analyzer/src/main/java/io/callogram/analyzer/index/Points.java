package io.callogram.analyzer.index;

import io.callogram.capture.packet.IpAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.InetAddressPoint;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.NumericUtils;

/// Values that ranges are asked of, as `LongPoint` and `InetAddressPoint` are, which make their
/// type anew for every value.
final class Points {
    private static final FieldType AMOUNT = type(Long.BYTES);
    private static final FieldType ADDRESS = type(InetAddressPoint.BYTES);

    private Points() {}

    static Field amount(String name, long value) {
        byte[] bytes = new byte[Long.BYTES];
        NumericUtils.longToSortableBytes(value, bytes, 0);
        return new Field(name, new BytesRef(bytes), AMOUNT);
    }

    static Field address(String name, IpAddress address) {
        return new Field(name, new BytesRef(InetAddressPoint.encode(inet(address))), ADDRESS);
    }

    static InetAddress inet(IpAddress address) {
        ByteBuffer bytes = ByteBuffer.allocate(address.v6() ? 16 : 4);
        if (address.v6()) {
            bytes.putLong(address.high()).putLong(address.low());
        } else {
            bytes.putInt((int) address.low());
        }
        try {
            return InetAddress.getByAddress(bytes.array());
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static FieldType type(int bytes) {
        FieldType type = new FieldType();
        type.setDimensions(1, bytes);
        type.freeze();
        return type;
    }
}
