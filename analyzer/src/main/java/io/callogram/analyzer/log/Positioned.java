package io.callogram.analyzer.log;

import java.io.IOException;

/// Bytes by position: at least one, or -1 at the end.
@FunctionalInterface
interface Positioned {

    int read(long position, byte[] into, int offset, int length) throws IOException;
}
