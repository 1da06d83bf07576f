package io.github.migratemaven.faults;

import java.util.Random;

/** How often a fault is tried: a few times in every build, often with the profile {@code faults}. */
final class Rounds {
    private static final boolean FULL = Boolean.getBoolean("faults.full");
    private static final long SEED = Long.getLong("faults.seed", 7);

    private Rounds() {}

    static int of(int bounded, int full) {
        return FULL ? full : bounded;
    }

    /** The same moments every time, unless -Dfaults.seed says otherwise. */
    static Random random() {
        return new Random(SEED);
    }

    /** A line of the full run's record. */
    static void say(String line) {
        if (FULL) {
            System.out.println("faults: " + line);
        }
    }
}
