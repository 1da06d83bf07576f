package io.github.migratemaven.model;

import java.util.List;

/**
 * The ordered set of changesets that the project ships.
 *
 * @param path the root changelog's path as the history knows it
 * @param file the root changelog's file, relative to the project root
 * @param changesets in the order in which they run ({@code runOrder} applied)
 * @param warnings things worth saying that stop nothing, for example an {@code includeAll} that found no file
 */
public record Changelog(String path, String file, List<Changeset> changesets, List<String> warnings) {
    public Changelog {
        changesets = List.copyOf(changesets);
        warnings = List.copyOf(warnings);
    }
}
