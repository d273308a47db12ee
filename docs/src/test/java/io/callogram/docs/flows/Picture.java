package io.callogram.docs.flows;

import io.callogram.analyzer.ladder.LadderLayout;
import io.callogram.analyzer.ladder.plantuml.PlantUmlPicture;
import io.callogram.analyzer.ladder.plantuml.PlantUmlText;
import io.callogram.web.gallery.Example;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// The picture of an example. How wide letters are depends on the fonts of a machine, so a picture
/// that was drawn elsewhere is held to its source alone, whose digest it carries.
record Picture(String source) {

    static Picture of(Example example) {
        return new Picture(PlantUmlText.of(LadderLayout.of(example.call())));
    }

    boolean isDrawnIn(String svg) {
        return svg.startsWith("<svg") && svg.endsWith(mark());
    }

    /// Without what PlantUML says of itself.
    String svg() {
        String drawn = new String(PlantUmlPicture.svg(source), StandardCharsets.UTF_8);
        String picture =
                drawn.replaceAll("(?s)<\\?.*?\\?>", "").replaceAll("(?s)<!--.*?-->", "").strip();
        return picture + mark();
    }

    private String mark() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(source.getBytes(StandardCharsets.UTF_8));
            return "\n<!-- drawn from " + HexFormat.of().formatHex(digest) + " -->\n";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
