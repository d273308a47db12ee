package io.callogram.analyzer.ladder.plantuml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import net.sourceforge.plantuml.FileFormat;
import net.sourceforge.plantuml.FileFormatOption;
import net.sourceforge.plantuml.SourceStringReader;

/// PlantUML's pictures of a source that `PlantUmlText` wrote. Sandboxed: no file, no network, no
/// include can be reached even if something slipped through the escaping.
public final class PlantUmlPicture {

    static {
        System.setProperty("PLANTUML_SECURITY_PROFILE", "SANDBOX");
        System.setProperty("PLANTUML_LIMIT_SIZE", "40000");
    }

    private PlantUmlPicture() {}

    public static byte[] svg(String source) {
        return draw(source, FileFormat.SVG);
    }

    public static byte[] png(String source) {
        return draw(source, FileFormat.PNG);
    }

    private static byte[] draw(String source, FileFormat format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            new SourceStringReader(source).outputImage(out, new FileFormatOption(format));
        } catch (IOException e) {
            throw new UncheckedIOException(e); // writing to memory
        }
        return out.toByteArray();
    }
}
