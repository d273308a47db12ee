package io.callogram.web.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesAnObject() {
        assertThat(text(Json.object(json -> json.put("a", 1).put("b", "ü\"\n").putNull("c"))))
                .isEqualTo("{\"a\":1,\"b\":\"ü\\\"\\n\",\"c\":null}");
        assertThat(text(Json.object(_ -> {}))).isEqualTo("{}");
    }

    @Test
    void writesADocumentThatComesInManyPieces() {
        List<String> values = Collections.nCopies(9_999, "0123456789");
        byte[] document = Json.object(json -> json.texts("v", values));
        assertThat(text(document)).isEqualTo("{\"v\":[\"" + String.join("\",\"", values) + "\"]}");
    }

    private static String text(byte[] document) {
        return new String(document, StandardCharsets.UTF_8);
    }
}
