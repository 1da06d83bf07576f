package io.github.migratemaven.scan.shell;

/**
 * How much work a script is worth. A text can grow without end when its variables double each other or its {@code eval}s read each
 * other; what is over the budget stays unread or unexpanded, so the whole costs time and memory in proportion to what was given.
 */
final class Budget {
    /** A text within a text within a text: nobody writes more levels. */
    static final int LEVELS = 12;
    /** Parentheses, branches, substitutions in each other; deeper ones are read flat. */
    static final int DEPTH = 120;
    /** Longest text that a variable is followed with. */
    static final int VALUE = 65_536;
    /** Commands of one script. */
    static final int COMMANDS = 100_000;
    /** Words of one command. */
    static final int WORDS = 20_000;
    /** Different values that a variable may have at one place. */
    static final int VALUES = 8;

    private final long most;
    private long spent;

    Budget(long length) {
        this.most = 2_000_000 + 8 * length;
    }

    /** Takes the cost, or says that there is not enough left. */
    boolean spend(long cost) {
        if (spent + cost > most) {
            return false;
        }
        spent += cost;
        return true;
    }

    long spent() {
        return spent;
    }

    long most() {
        return most;
    }
}
