package io.callogram.analyzer.sip;

/// A name-addr or addr-spec (RFC 3261 §20.10, §25.1), as far as correlation and people need it.
///
/// @param display display name without its quotes, or empty
/// @param scheme `sip`, `sips`, `tel` …, lower case, or empty when unreadable
/// @param user user part, percent-decoding left to whoever shows it; the number of a tel URI
/// @param host host as written, lower-cased, without brackets; empty for tel
/// @param port port, or 0 when absent
/// @param number digits of a telephone number after normalisation (visual separators, `+`, `00`
///   dropped), or empty when the user part is not a number
/// @param parameters URI parameters and headers as written, from the first `;` or `?` on, or empty
public record Address(
        String display,
        String scheme,
        String user,
        String host,
        int port,
        String number,
        String parameters) {

    public static final Address NONE = new Address("", "", "", "", 0, "", "");

    /// The same with a display name.
    Address named(String name) {
        return new Address(name, scheme, user, host, port, number, parameters);
    }
}
