package io.github.migratemaven.scan.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A program, or a subcommand of one, that runs the command that stands behind it; one node of a tree. */
final class Wrapper {
    final String name;
    /** Options whose value is the next word. */
    final Set<String> valued = new HashSet<>();
    /** Flags of {@link Wrappers}; a node without is only on the way to its subcommands. */
    final Set<String> flags = new HashSet<>();

    final Map<String, Wrapper> subcommands = new HashMap<>();
    /** Whether a command can stand behind it. */
    boolean leaf;
    /** Words before the command: a host, a duration. */
    int operands;

    Wrapper(String name) {
        this.name = name;
    }

    boolean is(String flag) {
        return flags.contains(flag);
    }
}
