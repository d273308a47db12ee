package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.call.CallDialog;
import io.callogram.analyzer.call.Holding;
import io.callogram.analyzer.flow.Agreement;
import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sdp.Direction;
import io.callogram.analyzer.sdp.Media;
import io.callogram.analyzer.sdp.SessionDescription;
import io.callogram.analyzer.sip.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One side of a confirmed dialog stops hearing the other, until it resumes (RFC 3264 §8.4, RFC
/// 5359 §2.1, 3GPP TS 24.610). A B2BUA passes a hold on in its other dialog: one hold.
final class Hold implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!isAnyHeld(scene.agreements())) {
            return List.of();
        }
        List<Held> holds = new ArrayList<>(0);
        for (Agreement a : scene.agreements()) {
            for (boolean byCaller : new boolean[] {true, false}) {
                boolean held = byCaller ? a.heldByCaller() : a.heldByCallee();
                boolean before = was(a.before(), byCaller);
                if (held && !before) {
                    held(scene, a, byCaller, holds);
                } else if (!held && before) {
                    resumed(scene, a, byCaller, holds);
                }
            }
        }
        List<Flow> flows = new ArrayList<>(holds.size());
        for (Held hold : holds) {
            flows.add(hold.flow());
        }
        return flows;
    }

    private static boolean isAnyHeld(List<Agreement> agreements) {
        for (int i = 0; i < agreements.size(); i++) {
            if (agreements.get(i).isHeld()) {
                return true;
            }
        }
        return false;
    }

    private static boolean was(@Nullable Agreement before, boolean byCaller) {
        return before != null && (byCaller ? before.heldByCaller() : before.heldByCallee());
    }

    private static void held(Scene scene, Agreement a, boolean byCaller, List<Held> holds) {
        int head = scene.head(scene.dialog(a.dialog()).leg());
        for (Held hold : holds) {
            boolean same =
                    hold.isOf(head, byCaller)
                            && !hold.has(a.dialog())
                            && scene.time(a.answer()) - hold.start
                                    <= scene.thresholds().sameMoment();
            if (same) {
                hold.passedOn(a);
                return;
            }
        }
        holds.add(new Held(scene, a, head, byCaller));
    }

    private static void resumed(Scene scene, Agreement a, boolean byCaller, List<Held> holds) {
        int head = scene.head(scene.dialog(a.dialog()).leg());
        for (int i = holds.size() - 1; i >= 0; i--) {
            if (holds.get(i).isOf(head, byCaller) && holds.get(i).has(a.dialog())) {
                holds.get(i).resumed(a);
                return;
            }
        }
    }

    /// One hold, in every dialog that it passes through.
    private static final class Held {

        private final Scene scene;
        private final int head;
        private final boolean byCaller;
        private final Draft draft;
        private final List<Integer> dialogs = new ArrayList<>(1);
        final long start;
        private long resumedAt = -1;

        Held(Scene scene, Agreement a, int head, boolean byCaller) {
            this.scene = scene;
            this.head = head;
            this.byCaller = byCaller;
            start = scene.time(a.answer());
            String caller = scene.caller(head);
            String callee = scene.callee(head);
            draft =
                    new Draft(scene, FlowKind.HOLD)
                            .role("A", byCaller ? caller : callee)
                            .role("B", byCaller ? callee : caller);
            SessionDescription holder = byCaller ? a.caller() : a.callee();
            draft.attribute("form", form(holder));
            if (a.request().method() == Method.UPDATE) {
                draft.attribute("method", "UPDATE");
            }
            passedOn(a);
        }

        boolean isOf(int otherHead, boolean otherSide) {
            return head == otherHead && byCaller == otherSide;
        }

        boolean has(int dialog) {
            return dialogs.contains(dialog);
        }

        void passedOn(Agreement a) {
            dialogs.add(a.dialog());
            draft.proof(a.offer(), "hold-offer").proof(a.answer(), "hold-answer");
            boolean acknowledged =
                    a.request().method() != Method.INVITE || !a.request().acks().isEmpty();
            draft.mediumUnless(acknowledged && a.before() != null);
            if (byCaller ? a.heldByCallee() : a.heldByCaller()) {
                draft.attribute("mutual", true);
            }
        }

        void resumed(Agreement a) {
            resumedAt = resumedAt < 0 ? scene.time(a.answer()) : resumedAt;
            draft.proof(a.offer(), "resume-offer").proof(a.answer(), "resume-answer");
        }

        Flow flow() {
            CallDialog dialog = scene.dialog(dialogs.getFirst());
            long ended = dialog.ended() == 0 ? -1 : scene.time(dialog.ended());
            boolean over = resumedAt >= 0 || dialog.cause() != null;
            draft.attribute("resumed", resumedAt >= 0 ? "true" : over ? "false" : "unknown");
            long end = resumedAt >= 0 ? resumedAt : ended;
            return draft.seconds("heldSeconds", end < 0 ? -1 : end - start).flow();
        }

        /// How the holder said it.
        private static String form(SessionDescription session) {
            Media audio = Holding.audio(session);
            if (audio == null) {
                return "none";
            }
            boolean nulled = Holding.isNowhere(audio);
            return switch (audio.direction()) {
                case SENDONLY -> nulled ? "null-address,sendonly" : "sendonly";
                case INACTIVE -> nulled ? "null-address,inactive" : "inactive";
                case SENDRECV, RECVONLY -> nulled ? "null-address" : slug(audio.direction());
            };
        }

        private static String slug(Direction direction) {
            return direction.name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
