package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.port.ChangesetBatch;
import io.github.migratemaven.port.ChangesetBatch.Committed;
import io.github.migratemaven.port.ChangesetBatch.Part;
import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Several changesets in one message of the simple query protocol, each from its BEGIN to its COMMIT.
 *
 * @see <a href="https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-MULTI-STATEMENT">PostgreSQL manual,
 *     "Multiple Statements in a Simple Query"</a>
 */
final class PipelinedBatch {
    /** Nothing is told before the last COMMIT, which waits for the disk, and for standbys, on behalf of all before it. */
    private static final String FLUSHED_BY_THE_LAST = "SET LOCAL synchronous_commit = off;\n";

    private final SimpleQuery server;
    private final StringBuilder message = new StringBuilder();
    private final List<String> names = new ArrayList<>();
    private final List<PipelinedTransaction> transactions = new ArrayList<>();
    /** Where each starts in the message, in characters (code points). */
    private final List<Integer> starts = new ArrayList<>();

    private int characters;

    /** Makes a changeset's transaction. */
    interface Transactions {
        /**
         * @param place in the batch, from 0
         * @param beginning what it does before anything else: statements, each with its semicolon
         */
        PipelinedTransaction of(Changeset changeset, int place, String beginning);
    }

    PipelinedBatch(SimpleQuery server, ChangesetBatch batch, Transactions transactions) {
        this.server = server;
        for (Part part : batch.parts()) {
            boolean last = names.size() + 1 == batch.parts().size();
            add(part, transactions.of(part.write().changeset(), names.size(), last ? "" : FLUSHED_BY_THE_LAST));
        }
    }

    private void add(Part part, PipelinedTransaction transaction) {
        part.steps().forEach(transaction::add);
        String text = transaction.text(part.write()) + ";\n";
        names.add(StepWatch.Subject.name(part.write().changeset().identity()));
        transactions.add(transaction);
        starts.add(characters);
        message.append(text);
        characters += text.codePointCount(0, text.length());
    }

    /** @param committed asks how many of them have been committed: one row with one column */
    ChangesetBatch.Result send(String committed) {
        SimpleQuery.Reply reply = server.sendWatched(message.toString(), watcher -> running(watcher, committed));
        List<List<SimpleQuery.Answer>> answers = eachOnItsOwn(reply.answers());
        List<Committed> done = new ArrayList<>();
        for (int i = 0; i < transactions.size() && i < answers.size() && isCommitted(answers.get(i)); i++) {
            PipelinedTransaction transaction = transactions.get(i);
            done.add(new Committed(transaction.results(answers.get(i)), Math.round(transaction.seconds() * 1000)));
        }
        if (done.size() == transactions.size()) {
            // A connection that breaks now is noticed by whoever uses it next.
            return new ChangesetBatch.Result(done, Optional.empty());
        }
        SqlFailure failure = failure(reply, answers, done.size());
        if (!failure.connectionLost()) {
            server.endFailedTransaction();
        }
        boolean notBegun = reply.answers().isEmpty() && isBehindTheFirst(reply);
        return new ChangesetBatch.Result(done, notBegun ? Optional.empty() : Optional.of(failure));
    }

    private String running(SimpleQuery watcher, String committed) throws SqlFailure {
        int done = Integer.parseInt(watcher.run(committed).get(0).rows().get(0).get(0));
        return names.get(Math.min(done, names.size() - 1));
    }

    private SqlFailure failure(SimpleQuery.Reply reply, List<List<SimpleQuery.Answer>> answers, int failing) {
        List<SimpleQuery.Answer> its = failing < answers.size() ? answers.get(failing) : List.of();
        return transactions.get(failing).failure(new SimpleQuery.Reply(its, reply.error()), starts.get(failing));
    }

    /** A mistake in the grammar is found before anything of the message runs. */
    private boolean isBehindTheFirst(SimpleQuery.Reply reply) {
        int offset = SimpleQuery.failure(reply.error(), -1, 0).offset();
        return starts.size() > 1 && offset >= starts.get(1);
    }

    /** No step ends its transaction: what does is no part of a batch. */
    private static List<List<SimpleQuery.Answer>> eachOnItsOwn(List<SimpleQuery.Answer> answers) {
        List<List<SimpleQuery.Answer>> each = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i).tag().equals("COMMIT")) {
                each.add(answers.subList(start, i + 1));
                start = i + 1;
            }
        }
        each.add(answers.subList(start, answers.size()));
        return each;
    }

    private static boolean isCommitted(List<SimpleQuery.Answer> answers) {
        return !answers.isEmpty() && answers.get(answers.size() - 1).tag().equals("COMMIT");
    }
}
