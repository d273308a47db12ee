package io.callogram.analyzer.call;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Calls of several users who are in one conference at the same time, which its name tells.
public final class Rooms {

    /// Larger ones are cut: an entry that holds a whole day's callers tells nothing.
    private static final int LARGEST = 32;

    private final LegSummary[] legs;
    private final Ties ties;
    private final Map<String, Room> rooms = new HashMap<>();

    /// @param first the leg that the others are tied to
    private record Room(int first, long over, int size) {}

    Rooms(LegSummary[] legs, Ties ties) {
        this.legs = legs;
        this.ties = ties;
    }

    /// A server's address that calls itself a conference.
    public static boolean isConference(String user) {
        return user.regionMatches(true, 0, "conf", 0, 4)
                || (user.length() > 10 && user.toLowerCase(Locale.ROOT).contains("conference"));
    }

    void find() {
        for (int i = 0; i < legs.length; i++) {
            LegSummary leg = legs[i];
            if (Kinds.isInvite(leg)
                    && leg.milestones().answered() >= 0
                    && isConference(leg.to().user())) {
                enter(i, leg);
            }
        }
    }

    private void enter(int index, LegSummary leg) {
        String key = leg.to().user() + '@' + leg.to().host();
        Room room = rooms.get(key);
        boolean joins =
                room != null
                        && leg.milestones().start() < room.over
                        && room.size < LARGEST
                        && !Keys.meet(legs[room.first].callerPhones(), leg.callerPhones());
        if (room == null || !joins) {
            rooms.put(key, new Room(index, leg.over(), 1));
            return;
        }
        if (!ties.areTied(room.first, index)) {
            List<Ground> together = Ground.alone("conference", key);
            ties.tie(room.first, index, "conference", together, 80);
        }
        rooms.put(key, new Room(room.first, Math.max(room.over, leg.over()), room.size + 1));
    }
}
