package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Runs statements on a database of our own making. The text goes to the server as it is; the session's search_path has the
 * target's schema first, as in a deploy.
 */
public interface StatementRunner {
    /**
     * Runs each by itself, in order, up to the first that fails.
     *
     * @throws SqlFailure whose {@link SqlFailure#statement} is the index in the list
     */
    void runEach(Target database, List<String> statements) throws SqlFailure;

    /**
     * Runs all in one transaction, which leaves nothing behind when one fails.
     *
     * @throws SqlFailure whose {@link SqlFailure#statement} is the index in the list
     */
    void runTogether(Target database, List<String> statements) throws SqlFailure;

    /**
     * Finds an order in which they run in one transaction: one that fails is tried again as soon as another has run. Commits
     * what ran.
     */
    Trial runInAnyOrder(Target database, List<String> statements) throws SqlFailure;

    /** The same, but takes back what ran: what is deferred until a transaction's end is looked at, too. */
    Trial tryInAnyOrder(Target database, List<String> statements) throws SqlFailure;

    /**
     * What came of it.
     *
     * @param order indexes of the statements that ran, in the order in which they did
     * @param failed those that never ran, each by its index, with what the server said at last
     */
    record Trial(List<Integer> order, Map<Integer, SqlFailure> failed) {
        public Trial {
            order = List.copyOf(order);
            failed = Collections.unmodifiableMap(new LinkedHashMap<>(failed));
        }
    }
}
