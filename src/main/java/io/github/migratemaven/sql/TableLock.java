package io.github.migratemaven.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A lock that a statement takes on a relation which was there before it, and holds to the end of its transaction.
 *
 * @param relation as the statement writes it, or a description where only the catalogue knows the name: {@code the table of
 *     orders_idx}
 */
public record TableLock(LockMode mode, String relation) {

    static List<TableLock> each(LockMode mode, Collection<String> relations) {
        return relations.stream().map(relation -> new TableLock(mode, relation)).toList();
    }

    /** The strongest lock on each relation, the strongest first. */
    static List<TableLock> strongest(Collection<TableLock> locks) {
        Map<String, LockMode> byRelation = new LinkedHashMap<>();
        locks.forEach(lock ->
                byRelation.merge(lock.relation(), lock.mode(), (one, other) -> one.compareTo(other) > 0 ? one : other));
        List<TableLock> strongest = new ArrayList<>();
        byRelation.forEach((relation, mode) -> strongest.add(new TableLock(mode, relation)));
        strongest.sort(Comparator.comparing(TableLock::mode).reversed());
        return List.copyOf(strongest);
    }

    /** For a person: {@code ACCESS EXCLUSIVE on orders, lines; SHARE ROW EXCLUSIVE on customers}; empty string for none. */
    static String describe(List<TableLock> locks) {
        Map<LockMode, String> byMode = locks.stream()
                .collect(Collectors.groupingBy(
                        TableLock::mode,
                        LinkedHashMap::new,
                        Collectors.mapping(TableLock::relation, Collectors.joining(", "))));
        return byMode.entrySet().stream()
                .map(entry -> entry.getKey() + " on " + entry.getValue())
                .collect(Collectors.joining("; "));
    }
}
