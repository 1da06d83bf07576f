package io.github.migratemaven.port;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.ServerFacts;
import java.util.List;
import java.util.Map;

/** The history that another tool keeps of the same migrations, in a table of its own: read, never written. */
public interface ForeignHistory {
    /** The tool, as {@code migrate.from} names it. */
    String tool();

    /** Its table's name, in the target schema. */
    String table();

    /**
     * What the table says of the changelog's changesets.
     *
     * @param rows all of them, in any order; each column's value as text, null where it is null
     */
    Reading read(List<Map<String, String>> rows, ServerFacts facts);

    /**
     * What a table says.
     *
     * @param ran what it says has run, or will never run because something else stands for it
     * @param disagreements why it cannot be taken over: each names a migration
     * @param remarks worth knowing, no obstacle
     */
    record Reading(List<Ran> ran, List<Finding> disagreements, List<Finding> remarks) {
        public Reading {
            ran = List.copyOf(ran);
            disagreements = List.copyOf(disagreements);
            remarks = List.copyOf(remarks);
        }
    }

    /** @param execType EXECUTED, or MARK_RAN for what never ran itself */
    record Ran(Changeset changeset, String execType) {}
}
