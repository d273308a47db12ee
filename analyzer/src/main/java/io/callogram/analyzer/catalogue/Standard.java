package io.callogram.analyzer.catalogue;

/// A standard, or a section of one: `RFC 3264 §8.4`, `TS 24.610`.
public record Standard(String title) {
    private static final String RFC = "RFC ";
    private static final String SECTION = " §";

    /// Where it can be read; empty for what is no RFC.
    public String url() {
        if (!title.startsWith(RFC)) {
            return "";
        }
        int section = title.indexOf(SECTION);
        String page =
                "https://www.rfc-editor.org/rfc/rfc"
                        + title.substring(RFC.length(), section < 0 ? title.length() : section);
        return section < 0
                ? page
                : page + "#section-" + title.substring(section + SECTION.length());
    }
}
