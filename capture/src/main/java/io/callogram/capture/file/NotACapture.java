package io.callogram.capture.file;

import java.io.IOException;

/// The bytes are no capture that can be read here. The message is one sentence for people.
public final class NotACapture extends IOException {

    private static final long serialVersionUID = 1;

    NotACapture(String sentence) {
        super(sentence);
    }
}
