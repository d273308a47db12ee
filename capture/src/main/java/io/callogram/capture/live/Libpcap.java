package io.callogram.capture.live;

import static io.callogram.capture.live.CaptureRefused.Cause.MACHINE;
import static io.callogram.capture.live.CaptureRefused.Cause.REQUEST;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.pcap4j.core.BpfProgram.BpfCompileMode;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapHandle.TimestampPrecision;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.PcapNetworkInterface.PromiscuousMode;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;

/// libpcap by pcap4j, with its failures as sentences.
final class Libpcap {

    private static final String ANY = "any";

    /// How long the kernel collects before it wakes the reader: short, so that calls show at once.
    static final int WAKE_EVERY = 50;

    private Libpcap() {}

    static List<CaptureInterface> interfaces() throws CaptureRefused {
        List<CaptureInterface> all = new ArrayList<>();
        for (PcapNetworkInterface device : devices()) {
            List<String> addresses = new ArrayList<>();
            for (PcapAddress address : device.getAddresses()) {
                InetAddress ip = address.getAddress();
                if (ip != null) {
                    addresses.add(ip.getHostAddress());
                }
            }
            String description = device.getDescription();
            all.add(
                    new CaptureInterface(
                            device.getName(),
                            description == null ? "" : description,
                            addresses,
                            device.isUp(),
                            device.isLoopBack()));
        }
        return all;
    }

    /// Loads what a capture needs. What is missing is said when it is needed.
    static void load() {
        try {
            LiveOptions nothing = LiveOptions.of(List.of("lo"), "udp or tcp");
            existing(nothing);
            open("no such interface", nothing);
        } catch (CaptureRefused _) {
            // There is none of that name.
        }
    }

    private static List<PcapNetworkInterface> devices() throws CaptureRefused {
        try {
            return Pcaps.findAllDevs();
        } catch (LinkageError missing) {
            throw new CaptureRefused(
                    MACHINE,
                    "Live capture needs libpcap, which is not installed: apt-get install libpcap0.8"
                            + " (or dnf install libpcap).");
        } catch (PcapNativeException refused) {
            throw new CaptureRefused(
                    MACHINE, "libpcap cannot list the interfaces: " + text(refused));
        }
    }

    /// The names that were asked for, when all of them are there and the filter is one.
    static List<String> existing(LiveOptions options) throws CaptureRefused {
        String objection = options.objection();
        if (objection != null) {
            throw new CaptureRefused(REQUEST, objection);
        }
        Set<String> there = new TreeSet<>();
        devices().forEach(device -> there.add(device.getName()));
        for (String name : options.interfaces()) {
            if (!there.contains(name) && !(name.equals(ANY) && !there.isEmpty())) {
                throw new CaptureRefused(
                        REQUEST,
                        "There is no interface %s; there are %s."
                                .formatted(name, String.join(", ", there)));
            }
        }
        check(options.filter(), options.snapLength());
        return options.interfaces();
    }

    /// Compiles for Ethernet, so that a wrong filter is told before any right is needed.
    private static void check(@Nullable String filter, int snapLength) throws CaptureRefused {
        if (filter != null) {
            try (PcapHandle dead = Pcaps.openDead(DataLinkType.EN10MB, snapLength)) {
                dead.compileFilter(filter, BpfCompileMode.OPTIMIZE, PcapHandle.PCAP_NETMASK_UNKNOWN)
                        .free();
            } catch (PcapNativeException | org.pcap4j.core.NotOpenException wrong) {
                throw wrongFilter(wrong);
            }
        }
    }

    private static CaptureRefused wrongFilter(Exception wrong) {
        return new CaptureRefused(REQUEST, "libpcap cannot read the filter: " + text(wrong));
    }

    static OpenInterface open(String name, LiveOptions options) throws CaptureRefused {
        PcapHandle handle;
        try {
            handle = handle(name, options, TimestampPrecision.NANO);
        } catch (PcapNativeException refused) {
            try {
                handle = handle(name, options, TimestampPrecision.MICRO);
            } catch (PcapNativeException again) {
                throw notOpened(name, again);
            }
        }
        String filter = options.filter();
        try {
            if (filter != null) {
                handle.setFilter(filter, BpfCompileMode.OPTIMIZE);
            }
        } catch (PcapNativeException | org.pcap4j.core.NotOpenException wrong) {
            throw wrongFilter(wrong);
        }
        return new OpenInterface(name, handle);
    }

    private static PcapHandle handle(String name, LiveOptions options, TimestampPrecision precision)
            throws PcapNativeException {
        boolean promiscuous = options.promiscuous() && !name.equals(ANY);
        return new PcapHandle.Builder(name)
                .snaplen(options.snapLength())
                .promiscuousMode(
                        promiscuous ? PromiscuousMode.PROMISCUOUS : PromiscuousMode.NONPROMISCUOUS)
                .timeoutMillis(WAKE_EVERY)
                .bufferSize(options.ringBytes())
                .timestampPrecision(precision)
                .build();
    }

    private static CaptureRefused notOpened(String name, PcapNativeException refused) {
        String text = text(refused);
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.contains("permi")) {
            return new CaptureRefused(MACHINE, Rights.sentence(name));
        }
        return new CaptureRefused(MACHINE, "Cannot capture on %s: %s".formatted(name, text));
    }

    static String text(Exception failure) {
        String text = String.valueOf(failure.getMessage()).strip();
        int code = text.indexOf("Error occurred in ");
        return (code < 0 ? text : text.substring(code)) + (text.endsWith(".") ? "" : ".");
    }
}
