package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;
import java.util.List;

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
     * Finds an order in which all can run in one transaction: one that fails is tried again after the others. Commits when all
     * ran, and leaves nothing behind otherwise.
     *
     * @return the indexes of the statements in the order in which they ran
     * @throws SqlFailure of the first that fails when all the others have run
     */
    List<Integer> runInAnyOrder(Target database, List<String> statements) throws SqlFailure;
}
