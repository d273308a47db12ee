package io.callogram.capture.live;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What to capture, and how much may wait.
///
/// @param interfaces names as the list of interfaces has them; `any` is all of them
/// @param filter a filter expression of libpcap (pcap-filter(7)), null for everything
/// @param snapLength bytes kept of each frame
/// @param ringBytes size of the kernel's ring, for each interface
/// @param promiscuous also frames that are for others
/// @param queueBytes what may wait between the child and the receiver
public record LiveOptions(
        List<String> interfaces,
        @Nullable String filter,
        int snapLength,
        int ringBytes,
        boolean promiscuous,
        int queueBytes) {

    static final int MAX_FILTER = 1 << 10;
    static final int MAX_INTERFACES = 16;
    static final int MAX_NAME = 128;
    private static final int WHOLE_FRAMES = 1 << 18;
    private static final int USUAL_RING = 64 << 20;

    public LiveOptions {
        interfaces = List.copyOf(interfaces);
    }

    /// Whole frames of all hosts; rings and queue as large as bursts need.
    public static LiveOptions of(List<String> interfaces, @Nullable String filter) {
        return new LiveOptions(interfaces, filter, WHOLE_FRAMES, USUAL_RING, true, USUAL_RING);
    }

    public LiveOptions withSnapLength(int bytes) {
        return new LiveOptions(interfaces, filter, bytes, ringBytes, promiscuous, queueBytes);
    }

    public LiveOptions withRing(int bytes) {
        return new LiveOptions(interfaces, filter, snapLength, bytes, promiscuous, queueBytes);
    }

    public LiveOptions withPromiscuous(boolean also) {
        return new LiveOptions(interfaces, filter, snapLength, ringBytes, also, queueBytes);
    }

    public LiveOptions withQueue(int bytes) {
        return new LiveOptions(interfaces, filter, snapLength, ringBytes, promiscuous, bytes);
    }

    /// What keeps this from being tried at all, or null.
    public @Nullable String objection() {
        if (interfaces.isEmpty() || interfaces.size() > MAX_INTERFACES) {
            return "Name 1 to %d interfaces.".formatted(MAX_INTERFACES);
        }
        for (String name : interfaces) {
            if (name.isEmpty() || name.length() > MAX_NAME || !isPrintable(name)) {
                return "An interface has a name of 1 to %d printable characters."
                        .formatted(MAX_NAME);
            }
        }
        if (interfaces.stream().distinct().count() < interfaces.size()) {
            return "Name each interface once.";
        }
        if (filter != null) {
            if (filter.getBytes(StandardCharsets.UTF_8).length > MAX_FILTER) {
                return "A filter has at most %,d bytes.".formatted(MAX_FILTER);
            }
            if (!isPrintable(filter)) {
                return "A filter has printable ASCII characters only.";
            }
        }
        if (snapLength < 64 || snapLength > WHOLE_FRAMES) {
            return "The snap length is 64 to %,d bytes.".formatted(WHOLE_FRAMES);
        }
        if (ringBytes < 1 << 20 || ringBytes > 1 << 30) {
            return "The ring has 1 MiB to 1 GiB.";
        }
        return null;
    }

    private static boolean isPrintable(String text) {
        return text.chars().allMatch(c -> c >= ' ' && c < 0x7f);
    }
}
