package io.callogram.analyzer.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00.123456789Z");
    private static final List<Entry> ENTRIES =
            List.of(
                    new Entry.SourceAdded(1, SourceKind.UPLOAD, "a b%c\n=\u2028é 电话 \ud83d\ude00"),
                    new Entry.SourceAdded(2, SourceKind.LIVE, ""),
                    new Entry.CaptureStarted(2, "eth0, filter \"port 5060\""),
                    new Entry.CapturePaused(2, "the disk is full"),
                    new Entry.Gap(2, 17, -5, 12),
                    new Entry.CaptureGap(2, 17, -1, -1, false),
                    new Entry.CaptureGap(2, 17, 18, 4, true),
                    new Entry.CaptureCounted(
                            2, "live", true, 9, new TreeMap<>(Map.of("queue", 3L)), 1, -1),
                    new Entry.CaptureStopped(2, "ended"),
                    new Entry.Renamed(1, "b"),
                    new Entry.NoteAdded("c1", "call her\tback"),
                    new Entry.RulesChanged("7"),
                    new Entry.TailCut("sources/0000000001/x", 12),
                    new Entry.SegmentsErased(2, new Gone(4711, 12, 99)),
                    new Entry.SourceErased(1),
                    new Entry.Other("something-new source=1 x=y"));

    @TempDir private Path folder;
    private final List<Repair> repairs = new ArrayList<>();

    private Journal open(Disk disk) throws IOException {
        return Journal.open(folder.resolve("journal"), disk, () -> NOW, repairs::add);
    }

    private List<Entry> entries() throws IOException {
        try (Journal journal = open(new FaultyDisk().neverForcing())) {
            return journal.records().stream().map(Recorded::entry).toList();
        }
    }

    private void write(Disk disk) throws IOException {
        try (Journal journal = open(disk)) {
            for (Entry entry : ENTRIES) {
                journal.append(entry);
            }
        }
    }

    private Path file() throws IOException {
        return Journal.files(folder.resolve("journal")).getFirst();
    }

    @Test
    void givesBackEveryEntryWithItsNumberAndTime() throws IOException {
        write(new FaultyDisk().neverForcing());
        assertThat(entries()).isEqualTo(ENTRIES);
        try (Journal journal = open(new FaultyDisk().neverForcing())) {
            assertThat(journal.records().getFirst().at()).isEqualTo(NOW);
            assertThat(journal.append(new Entry.SourceErased(2)).number())
                    .isEqualTo(ENTRIES.size() + 1);
        }
        assertThat(repairs).isEmpty();
    }

    @Test
    void opensToAPrefixWhereverItWasCutOff() throws IOException {
        write(new FaultyDisk().neverForcing());
        byte[] whole = Files.readAllBytes(file());
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file(), Arrays.copyOf(whole, length));
            List<Entry> left = entries();
            assertThat(left).isEqualTo(ENTRIES.subList(0, left.size()));
            try (Journal journal = open(new FaultyDisk().neverForcing())) {
                journal.append(ENTRIES.getFirst());
            }
            assertThat(entries()).hasSize(left.size() + 1);
            for (Path more : Journal.files(folder.resolve("journal")).stream().skip(1).toList()) {
                Files.delete(more);
            }
        }
    }

    @Test
    void losesOneLineToOneBit() throws IOException {
        write(new FaultyDisk().neverForcing());
        byte[] whole = Files.readAllBytes(file());
        int last =
                new String(whole, 0, whole.length - 1, StandardCharsets.ISO_8859_1)
                        .lastIndexOf('\n');
        Random random = new Random(2);
        for (int i = 0; i < 2000; i++) {
            byte[] rotten = whole.clone();
            int bit =
                    (JournalText.HEAD.length() + random.nextInt(last - JournalText.HEAD.length()))
                            * 8;
            rotten[bit / 8] ^= (byte) (1 << random.nextInt(8));
            JournalText text = JournalText.read(rotten);
            assertThat(text.records().size()).isBetween(ENTRIES.size() - 2, ENTRIES.size() - 1);
            assertThat(text.damaged()).isPositive();
        }
    }

    @Test
    void goesOnInANewFileWhenTheDiskFails() throws IOException {
        for (int n = 1; n <= 20; n++) {
            for (Path file : Journal.files(folder.resolve("journal"))) {
                Files.delete(file);
            }
            FaultyDisk disk = new FaultyDisk().neverForcing().failForces(n, n);
            int acknowledged = 0;
            try (Journal journal = open(disk)) {
                for (Entry entry : ENTRIES) {
                    try {
                        journal.append(entry);
                        acknowledged++;
                    } catch (IOException refused) {
                        assertThat(refused).hasMessage("Input/output error");
                    }
                }
            }
            assertThat(entries()).hasSizeBetween(acknowledged, ENTRIES.size());
            assertThat(acknowledged).isGreaterThanOrEqualTo(ENTRIES.size() - 1);
            assertThat(disk.forcedAfterFailing()).isZero();
        }
    }
}
