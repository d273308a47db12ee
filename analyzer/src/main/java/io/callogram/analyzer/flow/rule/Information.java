package io.callogram.analyzer.flow.rule;

import io.callogram.analyzer.flow.Flow;
import io.callogram.analyzer.flow.FlowKind;
import io.callogram.analyzer.flow.Request;
import io.callogram.analyzer.flow.Scene;
import io.callogram.analyzer.sip.Mark;
import io.callogram.analyzer.sip.Method;
import io.callogram.analyzer.sip.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What INFO carries (RFC 6086): keys, a hook flash, or anything else. A B2BUA passes it on: what
/// counts is the leg where it was seen first.
final class Information implements Rule {

    @Override
    public List<Flow> of(Scene scene) {
        if (!scene.has(Method.INFO)) {
            return List.of();
        }
        List<Flow> flows = new ArrayList<>(1);
        @Nullable Draft[] drafts = new @Nullable Draft[3];
        StringBuilder digits = new StringBuilder();
        int leg = 0;
        for (Request info : scene.requests()) {
            if (info.method() != Method.INFO) {
                continue;
            }
            leg = leg == 0 ? info.leg() : leg;
            if (info.leg() != leg && scene.head(info.leg()) == scene.head(leg)) {
                continue;
            }
            Sighting s = info.sighting();
            int kind = kind(s);
            Draft draft = drafts[kind];
            if (draft == null) {
                draft = begin(scene, info, kind, s);
                drafts[kind] = draft;
            }
            String gist = s.first(Mark.GIST);
            digits.append(kind == 0 && gist != null ? gist : "");
            draft.proof(info.sent(), reason(kind));
            draft.mediumUnless(info.isAccepted());
        }
        for (int kind = 0; kind < drafts.length; kind++) {
            Draft draft = drafts[kind];
            if (draft != null && draft.hasProof()) {
                if (kind == 0 && !digits.isEmpty()) {
                    draft.attribute("digits", digits.toString());
                }
                flows.add(draft.flow());
            }
        }
        return flows;
    }

    private static Draft begin(Scene scene, Request info, int kind, Sighting s) {
        FlowKind flow =
                kind == 0
                        ? FlowKind.DTMF_INFO
                        : kind == 1 ? FlowKind.HOOK_FLASH : FlowKind.INFO_OTHER;
        Draft draft = new Draft(scene, flow);
        draft.role("A", Sides.asker(scene, info)).role("B", Sides.asked(scene, info));
        String type = type(s);
        return draft.attribute("type", type.isEmpty() ? "none" : type);
    }

    private static String reason(int kind) {
        return kind == 0 ? "key" : kind == 1 ? "flash" : "info";
    }

    private static int kind(Sighting s) {
        String type = type(s);
        String gist = s.first(Mark.GIST);
        if (type.contains("hook") || type.contains("flash") || isFlash(gist)) {
            return 1;
        }
        boolean keys =
                type.startsWith("application/dtmf")
                        || type.equals("audio/telephone-event")
                        || type.equals("application/vnd.nortelnetworks.digits");
        return keys ? 0 : 2;
    }

    /// Event 16 of RFC 4733 is the flash.
    private static boolean isFlash(@Nullable String gist) {
        return gist != null
                && (gist.equals("16")
                        || gist.equalsIgnoreCase("hf")
                        || gist.equalsIgnoreCase("flash")
                        || gist.equals("!"));
    }

    private static String type(Sighting s) {
        String type = s.first(Mark.CONTENT_TYPE);
        if (type == null) {
            return "";
        }
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).trim().toLowerCase(Locale.ROOT);
    }
}
