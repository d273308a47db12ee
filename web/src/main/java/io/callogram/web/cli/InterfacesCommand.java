package io.callogram.web.cli;

import io.callogram.capture.live.CaptureInterface;
import io.callogram.capture.live.CaptureRefused;
import io.callogram.capture.live.LiveCapture;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// `callogram interfaces`: what can be captured on.
@Command(
        name = "interfaces",
        description = "Lists the network interfaces that can be captured on.",
        mixinStandardHelpOptions = true)
final class InterfacesCommand implements Callable<Integer> {

    @Override
    public Integer call() {
        try {
            List<CaptureInterface> all = LiveCapture.interfaces();
            int width = all.stream().mapToInt(each -> each.name().length()).max().orElse(0);
            for (CaptureInterface each : all) {
                System.out.println(
                        each.name()
                                + " ".repeat(width - each.name().length())
                                + (each.up() ? "  up    " : "  down  ")
                                + String.join(" ", each.addresses())
                                + (each.addresses().isEmpty() ? each.description() : ""));
            }
            return 0;
        } catch (CaptureRefused refused) {
            throw Refusal.failed(refused.sentence());
        }
    }
}
