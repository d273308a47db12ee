package io.callogram.analyzer.sip;

/// What may be wrong with a message, and what the scanner makes of it. The slugs are stable.
public enum Defect {
    JUNK_BEFORE(
            "junk-before",
            "RFC 3261 §7.5",
            "Something stands before the start line; it is skipped."),
    START_LINE_CUT("start-line-cut", "RFC 3261 §7.1", "The start line is not complete."),
    START_LINE_SPACES(
            "start-line-spaces",
            "RFC 3261 §7.1",
            "The start line has spaces where none are allowed."),
    SIP_VERSION("sip-version", "RFC 3261 §7.1", "The version is not SIP/2.0."),
    STATUS_CODE("status-code", "RFC 3261 §7.2", "The status code is not one of 100 to 699."),
    REQUEST_URI_SPACE(
            "request-uri-space",
            "RFC 3261 §7.1",
            "The Request-URI contains spaces; all of it is kept."),
    REQUEST_URI_BRACKETS(
            "request-uri-brackets",
            "RFC 3261 §7.1",
            "The Request-URI is enclosed in angle brackets."),
    REQUEST_URI_HEADERS(
            "request-uri-headers", "RFC 3261 §19.1.1", "The Request-URI carries header fields."),
    BARE_LF("bare-lf", "RFC 3261 §7", "A line ends with LF alone; it is taken as a line end."),
    BARE_CR(
            "bare-cr",
            "RFC 3261 §7",
            "A CR stands alone; it is taken as a line end, others may not."),
    BLANK_LINE(
            "blank-line",
            "RFC 3261 §7.3.1",
            "A line holds only blanks; it continues the header field before it, others may end the header there."),
    STRAY_FOLD(
            "stray-fold", "RFC 3261 §7.3.1", "A continuation line has no header field before it."),
    NO_COLON("no-colon", "RFC 3261 §7.3.1", "A header line has no colon; it is ignored."),
    HEADER_NAME("header-name", "RFC 3261 §25.1", "A header field's name is not a token."),
    CONTROL_CHARACTER(
            "control-character", "RFC 3261 §25.1", "The header holds a control character."),
    HEADER_CUT("header-cut", "RFC 3261 §7", "The message ends within its header."),
    TOO_MANY_LINES(
            "too-many-lines",
            "RFC 3261 §7.3",
            "More header lines than are read; the rest is not looked at."),
    TOO_MANY_FOLDS(
            "too-many-folds",
            "RFC 3261 §7.3.1",
            "A header field is folded too often; the rest is not read."),
    HEADER_TOO_LONG(
            "header-too-long",
            "RFC 3261 §7.3",
            "A header field is too long; the rest is not read."),
    HEADER_REPEATED(
            "header-repeated",
            "RFC 3261 §7.3.1",
            "This header field may occur once; the first one counts."),
    HEADER_EMPTY("header-empty", "RFC 3261 §20", "A header field that needs a value has none."),
    LENGTHS_DIFFER(
            "content-lengths-differ",
            "RFC 3261 §20.14",
            "Two lengths of the body; the first one counts."),
    NO_VIA("no-via", "RFC 3261 §8.1.1", "There is no Via."),
    NO_FROM("no-from", "RFC 3261 §8.1.1", "There is no From."),
    NO_TO("no-to", "RFC 3261 §8.1.1", "There is no To."),
    NO_CALL_ID("no-call-id", "RFC 3261 §8.1.1", "There is no Call-ID."),
    NO_CSEQ("no-cseq", "RFC 3261 §8.1.1", "There is no CSeq."),
    NO_MAX_FORWARDS("no-max-forwards", "RFC 3261 §8.1.1", "A request without Max-Forwards."),
    VIA_UNREADABLE("via-unreadable", "RFC 3261 §20.42", "A Via does not name protocol and sender."),
    BRANCH_MISSING(
            "branch-missing",
            "RFC 3261 §8.1.1.7",
            "The top Via has no branch, as before RFC 3261."),
    BRANCH_EMPTY(
            "branch-empty", "RFC 3261 §8.1.1.7", "The branch holds the cookie and nothing else."),
    EMPTY_ELEMENT("empty-element", "RFC 3261 §7.3.1", "A list has an empty element."),
    EMPTY_PARAMETER("empty-parameter", "RFC 3261 §7.3.1", "A parameter is empty."),
    UNCLOSED_QUOTE("unclosed-quote", "RFC 3261 §25.1", "A quoted string is not closed."),
    UNCLOSED_BRACKET("unclosed-bracket", "RFC 3261 §20.10", "An angle bracket is not closed."),
    DISPLAY_NAME("display-name", "RFC 3261 §20.10", "A display name that needs quotes has none."),
    URI_SPACE("uri-space", "RFC 3261 §19.1.1", "Blanks stand inside a URI."),
    URI_BRACKETS(
            "uri-brackets", "RFC 3261 §20.10", "A URI with a comma, ? or ; needs angle brackets."),
    URI_UNREADABLE("uri-unreadable", "RFC 3261 §19.1.1", "A URI cannot be read."),
    URI_PORT("uri-port", "RFC 3261 §19.1.1", "A port is not a number up to 65535."),
    IPV6_BRACKETS("ipv6-brackets", "RFC 5118 §4.1", "An IPv6 address needs square brackets."),
    FROM_TAG_MISSING(
            "from-tag-missing", "RFC 3261 §8.1.1.3", "From has no tag, as before RFC 3261."),
    TAG_REPEATED("tag-repeated", "RFC 3261 §19.3", "There are several tags; the first one counts."),
    CALL_ID_SPACE("call-id-space", "RFC 3261 §25.1", "The Call-ID contains blanks."),
    CSEQ_UNREADABLE("cseq-unreadable", "RFC 3261 §20.16", "CSeq is not a number and a method."),
    CSEQ_RANGE("cseq-range", "RFC 3261 §8.1.1.5", "The sequence number is not below 2³¹."),
    CSEQ_METHOD(
            "cseq-method", "RFC 3261 §8.1.1.5", "The method in CSeq is not that of the request."),
    MAX_FORWARDS("max-forwards", "RFC 3261 §20.22", "Max-Forwards is not a number up to 255."),
    EXPIRES("expires", "RFC 3261 §20.19", "An expiry is not a number below 2³²."),
    STAR_CONTACT("star-contact", "RFC 3261 §10.2.2", "Contact: * stands beside other contacts."),
    DATE("date", "RFC 3261 §20.17", "Date is not a date in GMT."),
    CONTENT_LENGTH(
            "content-length", "RFC 3261 §20.14", "Content-Length is not a number; it is ignored."),
    CONTENT_LENGTH_MISSING(
            "content-length-missing", "RFC 3261 §18.3", "No Content-Length on a stream transport."),
    BODY_SHORT("body-short", "RFC 3261 §18.3", "The body ends before its Content-Length."),
    BYTES_AFTER_BODY(
            "bytes-after-body",
            "RFC 3261 §18.3",
            "Bytes follow the body; they do not belong to it."),
    CONTENT_TYPE_MISSING("content-type-missing", "RFC 3261 §20.15", "A body without Content-Type."),
    MULTIPART(
            "multipart",
            "RFC 2046 §5.1",
            "A multipart body that cannot be taken apart completely."),
    NOT_STRUCTURED("not-structured", "RFC 3261 §25.1", "The value is shown as written only:");

    private final String slug;
    private final String section;
    private final String sentence;

    Defect(String slug, String section, String sentence) {
        this.slug = slug;
        this.section = section;
        this.sentence = sentence;
    }

    public String slug() {
        return slug;
    }

    public String section() {
        return section;
    }

    public String sentence() {
        return sentence;
    }
}
