package io.callogram.capture.live;

import io.callogram.capture.packet.Bytes;
import java.io.DataInputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// A child whose interfaces are made up, for a parent that needs no rights: the filter says how it
/// behaves.
final class ScriptedChild {

    private static final int FRAME = 200;

    private ScriptedChild() {}

    static List<String> command() {
        return List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ErrorFile=/dev/null",
                "-XX:-CreateCoredumpOnCrash",
                "-XX:+DisplayVMOutputToStderr",
                "-cp",
                System.getProperty("java.class.path"),
                ScriptedChild.class.getName());
    }

    public static void main(String... none) throws IOException {
        DataInputStream in = new DataInputStream(System.in);
        String script =
                Objects.requireNonNull(Objects.requireNonNull(ChildRequest.read(in)).filter());
        ChildOutput out = new ChildOutput(new FileOutputStream(FileDescriptor.out));
        if (script.equals("refuse")) {
            out.refused(new CaptureRefused(CaptureRefused.Cause.REQUEST, "Not this one."));
            return;
        }
        if (script.equals("die")) {
            System.err.println("no such luck");
            Runtime.getRuntime().halt(3);
        }
        out.ready(script.equals("flood") ? System.nanoTime() / 1_000 : -1);
        if (script.equals("nonsense")) {
            System.out.write("This is no record at all.".getBytes(StandardCharsets.US_ASCII));
            System.out.flush();
        }
        if (script.startsWith("send ")) {
            send(out, 0, Integer.parseInt(script.substring(5)));
            out.statistics(7, 2, -1);
        } else if (script.equals("flood")) {
            Thread.ofPlatform().daemon().start(() -> flood(out));
        }
        while (in.read() >= 0) {
            // Waits for the end.
        }
        out.statistics(7, 2, -1);
        Runtime.getRuntime().halt(0);
    }

    private static void flood(ChildOutput out) {
        try {
            for (int i = 0; ; i += 100) {
                send(out, i, 100);
                out.flush();
            }
        } catch (IOException _) {
            // Nobody listens any more.
        }
    }

    private static void send(ChildOutput out, int from, int count) throws IOException {
        byte[] frame = new byte[FRAME];
        for (int i = from; i < from + count; i++) {
            Bytes.putI32(frame, 0, i);
            out.frame(i, 1, FRAME + 50, frame, FRAME);
        }
    }
}
