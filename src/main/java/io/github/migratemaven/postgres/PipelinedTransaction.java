package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.model.StepResult;
import io.github.migratemaven.port.ChangesetTransaction;
import io.github.migratemaven.port.DeploySession.HistoryWrite;
import io.github.migratemaven.port.DeploySession.StepLimits;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;

/**
 * A changeset as one message: BEGIN, its limits, its steps, its history row, COMMIT.
 *
 * <p>After each step stands a marker, a tiny SELECT that returns the server's clock: it tells which step failed, and how
 * long each took, however many statements a step holds.
 */
final class PipelinedTransaction implements ChangesetTransaction {
    private final SimpleQuery server;
    private final StepLimits limits;
    private final String first;
    private final ChangesetId changeset;
    private final Function<HistoryWrite, String> historyRow;
    private final Runnable committed;
    /** Not to be guessed: no SELECT of a migration must look like it. */
    private final String mark =
            "migrate-step-done " + Long.toHexString(ThreadLocalRandom.current().nextLong());

    private final StringBuilder message = new StringBuilder();
    private final List<Queued> queued = new ArrayList<>();
    private final List<StepResult> results = new ArrayList<>();
    private int characters;
    private int steps;
    private boolean begun;

    /** @param start in the message, in characters (code points): what the server's error position counts */
    private record Queued(Step.Sql step, int number, int start) {}

    /**
     * @param first what goes before the first step: statements, each with its semicolon
     * @param historyRow the text that writes a history row, without its last semicolon
     * @param committed told once the server has confirmed the commit
     */
    PipelinedTransaction(
            SimpleQuery server,
            ChangesetId changeset,
            StepLimits limits,
            String first,
            Function<HistoryWrite, String> historyRow,
            Runnable committed) {
        this.server = server;
        this.changeset = changeset;
        this.limits = limits;
        this.first = first;
        this.historyRow = historyRow;
        this.committed = committed;
    }

    static String set(String command, StepLimits limits) {
        return command + " lock_timeout = " + limits.lockTimeout().toMillis() + "; " + command + " statement_timeout = "
                + limits.statementTimeout().toMillis() + ";\n";
    }

    @Override
    public void add(Step.Sql step) {
        open();
        if (queued.isEmpty()) {
            append(marker());
        }
        queued.add(new Queued(step, steps++, characters));
        append(step.sql());
        append("\n;\n");
        append(marker());
    }

    private String marker() {
        return "SELECT '" + mark + "', extract(epoch FROM clock_timestamp());\n";
    }

    private void open() {
        if (!begun) {
            begun = true;
            append("BEGIN;\n" + set("SET LOCAL", limits) + first);
        }
    }

    private void append(String text) {
        message.append(text);
        characters += text.codePointCount(0, text.length());
    }

    @Override
    public void flush() throws SqlFailure {
        open();
        send();
        server.inTransaction(true);
    }

    @Override
    public List<StepResult> commit(HistoryWrite write) throws SqlFailure {
        open();
        append(historyRow.apply(write) + ";\nCOMMIT");
        send();
        server.inTransaction(false);
        committed.run();
        return List.copyOf(results);
    }

    private void send() throws SqlFailure {
        if (message.length() == 0) {
            return;
        }
        SimpleQuery.Reply reply = server.send(message.toString(), "changeset \"" + changeset.id() + "\"");
        int done = collect(reply.answers());
        if (reply.error() != null) {
            Queued failing = done < queued.size() ? failing(reply, done) : null;
            throw SimpleQuery.failure(
                    reply.error(), failing == null ? -1 : failing.number, failing == null ? 0 : failing.start);
        }
        message.setLength(0);
        characters = 0;
        queued.clear();
    }

    /** A syntax error is found before anything runs: then only its position says which step it is in. */
    private Queued failing(SimpleQuery.Reply reply, int done) {
        SqlFailure inMessage = SimpleQuery.failure(reply.error(), -1, 0);
        Optional<Queued> at =
                queued.stream().filter(q -> inMessage.offset() >= q.start).reduce((earlier, later) -> later);
        return reply.answers().isEmpty() && at.isPresent() ? at.get() : queued.get(done);
    }

    private int collect(List<SimpleQuery.Answer> answers) {
        int done = 0;
        double before = Double.NaN;
        long rows = -1;
        for (SimpleQuery.Answer answer : answers) {
            if (!marks(answer)) {
                rows = Math.max(rows, answer.count());
                continue;
            }
            double now = Double.parseDouble(answer.rows().get(0).get(1));
            if (!Double.isNaN(before) && done < queued.size()) {
                Step.Sql step = queued.get(done).step;
                results.add(new StepResult(
                        changeset, step.sql(), step.position(), Math.round((now - before) * 1000), rows));
                done++;
            }
            before = now;
            rows = -1;
        }
        return done;
    }

    private boolean marks(SimpleQuery.Answer answer) {
        return answer.rows().size() == 1
                && answer.rows().get(0).size() == 2
                && mark.equals(answer.rows().get(0).get(0));
    }

    @Override
    public void rollback() {
        if (begun && server.send("ROLLBACK").error() == null) {
            try {
                server.inTransaction(false);
            } catch (SqlFailure e) {
                // The connection is lost; whoever uses it next is told.
                return;
            }
        }
    }
}
