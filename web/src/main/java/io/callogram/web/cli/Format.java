package io.callogram.web.cli;

/// How `analyze` writes its result.
enum Format {
    TABLE,
    JSON,
    JSONL,
    CSV,
    EVENTS
}
