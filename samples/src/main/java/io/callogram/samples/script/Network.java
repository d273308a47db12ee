package io.callogram.samples.script;

import java.util.ArrayList;
import java.util.List;

/// All sites of a run.
public final class Network {
    static final int SITES = 12;

    private final List<Site> sites = new ArrayList<>(SITES);

    public Network(long seed) {
        Chance chance = new Chance(seed ^ 0x5349_5445L);
        for (int i = 0; i < SITES; i++) {
            sites.add(new Site(i, chance));
        }
    }

    Site any(Chance chance) {
        return chance.pick(sites);
    }
}
