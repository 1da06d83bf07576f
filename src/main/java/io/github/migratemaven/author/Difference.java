package io.github.migratemaven.author;

import java.util.List;

/**
 * What takes the changelog's schema to the desired one.
 *
 * @param drafts in their order; empty = the changelog produces the desired schema
 * @param notes on the whole, each one line
 */
public record Difference(List<DraftChangeset> drafts, List<String> notes) {
    public Difference {
        drafts = List.copyOf(drafts);
        notes = List.copyOf(notes);
    }

    /** Everything that is lost, each for a person. */
    public List<String> losses() {
        return drafts.stream().flatMap(d -> d.losses().stream()).toList();
    }
}
