package io.callogram.samples.wire;

/// What part of an IP packet a frame carries.
enum Fragment {
    WHOLE,
    MORE,
    LAST
}
