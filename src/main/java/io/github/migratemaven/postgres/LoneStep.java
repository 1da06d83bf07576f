package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.model.StepTraits.TransactionNeed;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.SqlFailure;
import java.util.List;

/**
 * A step outside any transaction block. Where it fails, it tells whether it had committed a part before: the server numbers the
 * transactions of a session one by one (PostgreSQL manual, "Transactions and Identifiers": virtual transaction IDs), and a block
 * or procedure that committed has used more than one.
 */
final class LoneStep {
    /** The number of the transaction that asks. */
    private static final String NUMBER = "SELECT split_part(virtualxid, '/', 2) FROM pg_catalog.pg_locks"
            + " WHERE locktype = 'virtualxid' AND granted AND pid = pg_backend_pid()";

    private final SimpleQuery server;

    LoneStep(SimpleQuery server) {
        this.server = server;
    }

    StepResult run(Changeset changeset, Step.Sql step, StepLimits limits) throws SqlFailure {
        // Each in a message of its own: several statements in one message would be a transaction.
        long before = number(server.run(PipelinedTransaction.set("SET", limits) + NUMBER));
        long start = System.nanoTime();
        SimpleQuery.Reply reply = server.sendWatched(step.sql(), StepWatch.Subject.of(changeset.identity()));
        long millis = (System.nanoTime() - start) / 1_000_000;
        server.endFailedTransaction();
        SimpleQuery.Reply reset = server.send("RESET lock_timeout;\nRESET statement_timeout;\n" + NUMBER);
        if (reply.error() != null) {
            SqlFailure failure = SimpleQuery.failure(reply.error(), 0, 0);
            throw leavesNothing(step) || isNext(before, reset) ? failure : failure.afterCommit();
        }
        long rows = reply.answers().stream()
                .mapToLong(SimpleQuery.Answer::count)
                .max()
                .orElse(-1);
        return new StepResult(changeset.identity(), step.sql(), step.position(), millis, rows);
    }

    /** What the server itself makes of several transactions has its traces in the catalogue. */
    private static boolean leavesNothing(Step.Sql step) {
        return step.traits().transaction() == TransactionNeed.FORBIDDEN;
    }

    /** Whether the step was one transaction; false where nobody can tell. */
    private static boolean isNext(long before, SimpleQuery.Reply reset) {
        return before >= 0 && reset.error() == null && number(reset.answers()) == before + 2;
    }

    private static long number(List<SimpleQuery.Answer> answers) {
        List<List<String>> rows = answers.get(answers.size() - 1).rows();
        return rows.isEmpty() ? -1 : Long.parseLong(rows.get(0).get(0));
    }
}
