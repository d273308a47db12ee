package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;

/// Who called whom.
record Parties(Address caller, Address callee) {

    static Parties of(LegSummary first) {
        return new Parties(plain(caller(first)), plain(callee(first)));
    }

    /// A number without the parameters that a telephone subscriber may have in the user part (RFC
    /// 3261 §19.1.6).
    private static Address plain(Address a) {
        int end = a.user().indexOf(';');
        return end <= 0
                ? a
                : new Address(
                        a.display(),
                        a.scheme(),
                        a.user().substring(0, end),
                        a.host(),
                        a.port(),
                        a.number(),
                        a.parameters());
    }

    /// From, unless it hides who calls, or names whoever diverted the call here: then the identity
    /// that the network asserts.
    private static Address caller(LegSummary first) {
        String user = Keys.user(first.from());
        boolean hides = user.isEmpty() || first.diverted().contains(user);
        if (!hides) {
            return first.from();
        }
        for (String other : first.callers()) {
            if (!other.equals(user) && !first.diverted().contains(other)) {
                return new Address("", "sip", other, first.from().host(), 0, digits(other), "");
            }
        }
        return first.from();
    }

    private static String digits(String user) {
        return AddressText.digits(user);
    }

    /// To is what was dialled; proxies rewrite the Request-URI.
    private static Address callee(LegSummary first) {
        Address target = first.target();
        return first.to().user().isEmpty() && target != null && !target.user().isEmpty()
                ? target
                : first.to();
    }
}
