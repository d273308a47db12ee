package io.callogram.samples.script;

/// Who takes part in a dialog: an element with a user on it.
///
/// @param user the user part as this party writes it itself
/// @param display the display name, ready for use (quoted where RFC 3261 §25.1 demands it), or
///   empty
/// @param uri the address of record, `sip:` or `tel:`
/// @param target what others dial to reach it: the Request-URI and To of a call to it
public record Party(Node node, String user, String display, String uri, String target) {
    public String nameAddress() {
        return display.isEmpty() ? "<" + uri + ">" : display + " <" + uri + ">";
    }

    /// The user part others dial.
    public String dialled() {
        return userOf(target);
    }

    public String contact() {
        return "<" + contactUri() + ">";
    }

    public String contactUri() {
        String plain = user.startsWith("+") ? user.substring(1) : user;
        return "sip:" + plain + "@" + node.sentBy() + (node.tcp() ? ";transport=tcp" : "");
    }

    public Party at(Node other) {
        return new Party(other, user, display, uri, target);
    }

    /// The same party, dialled by another URI.
    public Party dialledAs(String uriToDial) {
        return new Party(node, user, display, uri, uriToDial);
    }

    /// Empty for a `sip:` URI without a user.
    static String userOf(String uri) {
        int colon = uri.indexOf(':');
        if (uri.startsWith("sip:") && uri.indexOf('@') < 0) {
            return "";
        }
        int end = colon + 1;
        while (end < uri.length() && "@;?".indexOf(uri.charAt(end)) < 0) {
            end++;
        }
        return uri.substring(colon + 1, end);
    }
}
