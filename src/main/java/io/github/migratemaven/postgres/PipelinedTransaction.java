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
    private final String beginning;
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
    /** By the server's clock, of the first and the last mark that came back; seconds since 1970. */
    private double first = Double.NaN;

    private double last = Double.NaN;

    /** @param start in the message, in characters (code points): what the server's error position counts */
    private record Queued(Step.Sql step, int number, int start) {}

    /**
     * @param beginning what goes before the first step: statements, each with its semicolon
     * @param historyRow the text that writes a history row, without its last semicolon
     * @param committed told once the server has confirmed the commit
     */
    PipelinedTransaction(
            SimpleQuery server,
            ChangesetId changeset,
            StepLimits limits,
            String beginning,
            Function<HistoryWrite, String> historyRow,
            Runnable committed) {
        this.server = server;
        this.changeset = changeset;
        this.limits = limits;
        this.beginning = beginning;
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
            append("BEGIN;\n" + set("SET LOCAL", limits) + beginning);
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
        end(write);
        send();
        server.inTransaction(false);
        committed.run();
        return List.copyOf(results);
    }

    /** @throws SqlFailure when nothing of it is left */
    List<StepResult> commitOrRollBack(HistoryWrite write) throws SqlFailure {
        try {
            return commit(write);
        } catch (SqlFailure e) {
            rollback();
            throw e;
        }
    }

    private void end(HistoryWrite write) {
        open();
        append(historyRow.apply(write) + ";\nCOMMIT");
    }

    /** The whole of it as text, for a message that holds more than this. */
    String text(HistoryWrite write) {
        if (queued.isEmpty()) {
            open();
            append(marker());
        }
        end(write);
        return message.toString();
    }

    /** What the server answered to {@link #text}, when it went through. */
    List<StepResult> results(List<SimpleQuery.Answer> answers) {
        collect(answers);
        committed.run();
        return List.copyOf(results);
    }

    /**
     * Why it did not go through.
     *
     * @param start where its text started in the message, in characters
     */
    SqlFailure failure(SimpleQuery.Reply reply, int start) {
        int done = collect(reply.answers());
        Queued failing = done < queued.size() ? failing(reply, done, start) : null;
        return SimpleQuery.failure(
                reply.error(), failing == null ? -1 : failing.number, failing == null ? 0 : start + failing.start);
    }

    /** By the server's clock, of what it answered so far. */
    double seconds() {
        return last - first;
    }

    private void send() throws SqlFailure {
        if (message.length() == 0) {
            return;
        }
        SimpleQuery.Reply reply = server.sendWatched(message.toString(), StepWatch.Subject.of(changeset));
        if (reply.error() != null) {
            throw failure(reply, 0);
        }
        collect(reply.answers());
        message.setLength(0);
        characters = 0;
        queued.clear();
    }

    /** A syntax error is found before anything runs: then only its position says which step it is in. */
    private Queued failing(SimpleQuery.Reply reply, int done, int start) {
        SqlFailure inMessage = SimpleQuery.failure(reply.error(), -1, 0);
        Optional<Queued> at = queued.stream()
                .filter(q -> inMessage.offset() >= start + q.start)
                .reduce((earlier, later) -> later);
        return reply.answers().isEmpty() && at.isPresent() ? at.get() : queued.get(done);
    }

    private int collect(List<SimpleQuery.Answer> answers) {
        int done = 0;
        boolean started = false;
        long rows = -1;
        for (SimpleQuery.Answer answer : answers) {
            if (!marks(answer)) {
                rows = Math.max(rows, answer.count());
                continue;
            }
            double now = Double.parseDouble(answer.rows().get(0).get(1));
            if (started && done < queued.size()) {
                Step.Sql step = queued.get(done).step;
                results.add(
                        new StepResult(changeset, step.sql(), step.position(), Math.round((now - last) * 1000), rows));
                done++;
            }
            started = true;
            first = Double.isNaN(first) ? now : first;
            last = now;
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
