package io.github.migratemaven.sql;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a statement's text tells about running it on a live server. The server has the last word: what depends on the catalogue
 * is left out rather than guessed.
 *
 * @param tag the command, as the server would report it, for example {@code ALTER TABLE}; empty string for an empty text
 * @param need whether it can run in a transaction block
 * @param concurrentIndex the index that a {@code CREATE INDEX CONCURRENTLY} builds
 * @param repeatable whether it can simply be run again when nobody knows whether it ran: that does no harm and raises no error.
 *     False for {@code CREATE INDEX CONCURRENTLY}, where the catalogue decides
 * @param locks the strongest lock on each relation that was there before, the strongest first; ACCESS SHARE and ROW SHARE are
 *     left out
 * @param risk what can go wrong, in a few words, with commas between; empty string = nothing known
 */
public record StatementTraits(
        String tag,
        TransactionNeed need,
        Optional<ConcurrentIndex> concurrentIndex,
        boolean repeatable,
        List<TableLock> locks,
        String risk) {

    /**
     * Reads a statement; of several in one text, the most demanding counts.
     *
     * @param sql one statement, or several that are sent together
     * @param serverMajor the server's major version, for example 17
     */
    public static StatementTraits analyze(String sql, int serverMajor) {
        List<StatementTraits> each = SqlStatements.split(sql).stream()
                .map(statement -> of(Command.of(statement.text()), serverMajor))
                .toList();
        return each.size() == 1 ? each.get(0) : together(each);
    }

    /** The locks for a person: {@code ACCESS EXCLUSIVE on orders; SHARE ROW EXCLUSIVE on customers}; empty string for none. */
    public String lock() {
        return TableLock.describe(locks);
    }

    private static StatementTraits of(Command command, int serverMajor) {
        return new StatementTraits(
                command.tag(),
                TransactionRules.of(command, serverMajor),
                ConcurrentIndex.of(command),
                Repeatable.of(command),
                Locks.of(command),
                String.join(", ", Risks.of(command)));
    }

    private static StatementTraits together(List<StatementTraits> each) {
        return new StatementTraits(
                each.stream().map(StatementTraits::tag).findFirst().orElse(""),
                each.stream()
                        .map(StatementTraits::need)
                        .max(TransactionNeed::compareTo)
                        .orElse(TransactionNeed.IN_TRANSACTION),
                Optional.empty(),
                each.stream().allMatch(StatementTraits::repeatable),
                TableLock.strongest(
                        each.stream().flatMap(one -> one.locks().stream()).toList()),
                each.stream()
                        .map(StatementTraits::risk)
                        .filter(risk -> !risk.isEmpty())
                        .distinct()
                        .collect(Collectors.joining(", ")));
    }
}
