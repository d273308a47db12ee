package io.callogram.analyzer.call;

import io.callogram.analyzer.sip.Address;
import io.callogram.analyzer.sip.Method;
import io.callogram.capture.packet.IpAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The tries of one source that are together a scan: many users asked for at one destination and
/// refused, one number dialled with one prefix after the other, one user's password guessed. One
/// pass counts candidates, so that ordinary legs cost a look at one field; windows are kept only
/// for sources that have enough.
final class Scans {

    /// So many users tried within a minute.
    private static final int USERS = 10;

    /// So many spellings of one number, told by its last digits.
    private static final int PREFIXES = 5;

    private static final int SUFFIX = 9;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Map<Long, Integer> failed = new HashMap<>();
    private final Map<Long, ScanWindow> windows = new HashMap<>();
    private final Map<IpAddress, Integer> first = new HashMap<>();

    Scans(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            count(i);
        }
        if (failed.isEmpty() && first.isEmpty()) {
            return;
        }
        failed.values().removeIf(count -> count < PREFIXES);
        for (int i = 0; i < legs.length; i++) {
            if (legs[i].probing().isAttack()) {
                boolean named = legs[i].probing() == Probing.MARKED;
                join(i, named ? "known-tool" : "guesses", legs[i].source().address());
            }
            look(i);
        }
    }

    private void count(int leg) {
        switch (legs[leg].probing()) {
            case NONE -> {}
            case MARKED, GUESSING -> first.putIfAbsent(legs[leg].source().address(), leg);
            case FAILED, GUESS -> {
                if (isAlone(leg)) {
                    failed.merge(destination(leg), 1, Integer::sum);
                }
            }
        }
    }

    /// What is already a later leg of a call was sent on, not made up.
    private boolean isAlone(int leg) {
        return ties.root(leg) == leg;
    }

    private void look(int leg) {
        LegSummary s = legs[leg];
        boolean probes =
                s.method() == Method.REGISTER
                        || s.method() == Method.INVITE
                        || s.method() == Method.OPTIONS;
        if (!probes || s.startUnseen() || !failed.containsKey(destination(leg))) {
            return;
        }
        long pair = destination(leg);
        String target = target(s);
        boolean fails = s.probing() == Probing.FAILED && isAlone(leg);
        observe(pair, leg, Keys.of(target), fails, USERS);
        if (s.probing() == Probing.GUESS) {
            observe(pair ^ Keys.of(target) * 3, leg, leg + 1L, true, ProbeReading.GUESSES);
        } else if (s.method() == Method.INVITE && target.length() >= SUFFIX) {
            long number = Keys.of(target.substring(target.length() - SUFFIX));
            observe(pair ^ number * 5, leg, Keys.of(target), fails, PREFIXES);
        }
    }

    private void observe(long key, int leg, long what, boolean fails, int least) {
        ScanWindow window = windows.computeIfAbsent(key, _ -> new ScanWindow(least));
        String caller = legs[leg].from().user();
        boolean trunk = legs[leg].method() == Method.INVITE && !caller.equals(target(legs[leg]));
        long by = trunk ? Keys.of(caller) : 0;
        window.add(leg, legs[leg].milestones().start(), what, by, fails);
        for (int found = window.next(); found >= 0; found = window.next()) {
            join(found, "tries", legs[found].source().address(), window.size());
        }
    }

    private void join(int leg, String why, Object... values) {
        IpAddress source = legs[leg].source().address();
        Integer known = first.putIfAbsent(source, leg);
        if (known != null && known != leg) {
            ties.tie(known, leg, Ties.SCAN, Ground.alone(why, values), 100);
        }
    }

    private long destination(int leg) {
        LegSummary s = legs[leg];
        return Keys.of(s.source().address(), 0) * 31 + Keys.of(s.destination().address(), 1);
    }

    /// Of the tries of a scan the one that says how it went: one that got in, or else one that was
    /// answered at all.
    static int telling(List<LegFold> legs) {
        int answered = -1;
        for (int i = 0; i < legs.size(); i++) {
            LegSummary s = legs.get(i).summary();
            if (s.milestones().answered() >= 0 && s.method() != Method.OPTIONS) {
                return i;
            }
            answered = answered < 0 && s.milestones().status() > 0 ? i : answered;
        }
        return Math.max(answered, 0);
    }

    private static String target(LegSummary s) {
        Address asked = s.method() == Method.REGISTER ? null : s.target();
        return asked == null ? s.to().user() : asked.user();
    }
}
