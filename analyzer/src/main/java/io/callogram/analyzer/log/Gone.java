package io.callogram.analyzer.log;

/// What retention took of a live source, all of it from the beginning.
///
/// @param before position of the first byte that is left; as many bytes went
/// @param packets that went
/// @param until capture time of the last of them, nanoseconds since 1970; 0 when nothing went
public record Gone(long before, long packets, long until) {

    public static final Gone NOTHING = new Gone(0, 0, 0);

    public boolean isNothing() {
        return before == 0;
    }

    Gone and(Gone more) {
        return new Gone(
                Math.max(before, more.before), packets + more.packets, Math.max(until, more.until));
    }
}
