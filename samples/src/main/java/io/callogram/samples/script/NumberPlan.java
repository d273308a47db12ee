package io.callogram.samples.script;

import java.util.List;

/// How the users of a site are called, and in which spellings others dial them.
public enum NumberPlan {
    /// Chinese mobile numbers: `+86 138…`, `0086 138…` and `138…` are one number.
    MOBILE,
    /// Beijing fixed lines.
    FIXED,
    /// North American numbers.
    AMERICAN,
    /// Four-digit extensions of tenants' own PBX domains.
    EXTENSION,
    /// Names in place of numbers.
    NAME;

    private static final List<String> HAN =
            List.of(
                    "\"王磊\"",
                    "\"李娜\"",
                    "\"张伟\"",
                    "\"刘洋\"",
                    "\"陈静\"",
                    "\"客服中心\"",
                    "\"赵敏\"",
                    "\"华北销售部\"");
    private static final List<String> LATIN =
            List.of(
                    "\"Bob Marsh\"",
                    "Alice",
                    "\"Front Desk\"",
                    "\"Smith, Carol\"",
                    "\"Dan O'Hara\"",
                    "\"Eve <sales>\"",
                    "Frank",
                    "\"Grace \\\"G\\\" Hall\"");
    private static final List<String> GIVEN =
            List.of("alice", "bob", "carol", "dave", "wang.lei", "li_na", "zhang-wei");
    private static final int TENANT_SIZE = 9000;

    /// `serial` is unique in the site, and so is what comes of it: the multipliers have no factor
    /// with the moduli.
    String number(int serial) {
        return switch (this) {
            case MOBILE ->
                    "+8613" + padded((serial * 7_654_321L + 801_234_567L) % 1_000_000_000L, 9);
            case FIXED -> "+8610" + padded((serial * 654_323L + 60_123_456L) % 100_000_000L, 8);
            case AMERICAN -> "+1212" + padded((serial * 654_323L + 5_550_100L) % 10_000_000L, 7);
            case EXTENSION -> Integer.toString(1000 + serial % TENANT_SIZE);
            case NAME -> GIVEN.get(serial % GIVEN.size()) + serial;
        };
    }

    /// Users are told apart by their domain alone.
    boolean isLocal() {
        return this == EXTENSION || this == NAME;
    }

    String domain(String site, int serial) {
        return this == EXTENSION ? "pbx" + serial / TENANT_SIZE + "." + site : site;
    }

    /// The user part by which the user himself goes.
    String own(String number, Chance chance) {
        return switch (this) {
            case MOBILE -> chance.of(0.5) ? number : number.substring(3);
            case FIXED -> chance.of(0.5) ? number : "0" + number.substring(3);
            case AMERICAN -> chance.of(0.5) ? number : number.substring(1);
            case EXTENSION, NAME -> number;
        };
    }

    /// The user part somebody else dials.
    String dialled(String number, Chance chance) {
        return switch (this) {
            case MOBILE ->
                    chance.pick(List.of(number, "00" + number.substring(1), number.substring(3)));
            case FIXED ->
                    chance.pick(
                            List.of(number, "00" + number.substring(1), "0" + number.substring(3)));
            case AMERICAN ->
                    chance.pick(List.of(number, "00" + number.substring(1), number.substring(1)));
            case EXTENSION, NAME -> number;
        };
    }

    /// Only a global number makes a `tel:` URI without context, RFC 3966 §5.1.4.
    boolean canBeTel(String dialled) {
        return dialled.startsWith("+");
    }

    String display(Chance chance) {
        if (chance.of(0.35)) {
            return "";
        }
        boolean chinese = this == MOBILE || this == FIXED;
        boolean han = chance.of(chinese ? 0.7 : 0.05);
        return chance.pick(han ? HAN : LATIN);
    }

    private static String padded(long number, int width) {
        String digits = Long.toString(number);
        return "0".repeat(width - digits.length()) + digits;
    }
}
