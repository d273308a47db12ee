package io.callogram.analyzer.story;

import java.util.HashMap;
import java.util.Map;

/// What is to be said in one step, before it is put into words.
final class Line {

    private final String key;
    private final Map<String, String> values = new HashMap<>(8);
    private String why = "";
    private String proof = "";

    private Line(String key) {
        this.key = key;
    }

    static Line of(String key) {
        return new Line(key);
    }

    Line with(String name, String value) {
        values.put(name, value);
        return this;
    }

    Line with(String name, int value) {
        return with(name, Integer.toString(value));
    }

    /// Said in this step whatever was said before.
    Line why(String reason) {
        why = reason;
        return this;
    }

    Line proof(String shown) {
        proof = shown;
        return this;
    }

    String key() {
        return key;
    }

    Map<String, String> values() {
        return values;
    }

    String why() {
        return why;
    }

    String proof() {
        return proof;
    }
}
