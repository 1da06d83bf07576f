package io.github.migratemaven.sql;

import io.github.migratemaven.model.StepTraits;
import java.util.Optional;

/** What a statement's text says, in the words of the use cases. */
public final class StepFacts {
    private final int serverMajor;

    public StepFacts(int serverMajor) {
        this.serverMajor = serverMajor;
    }

    public StepTraits of(String sql) {
        TransactionNeed need = TransactionWords.mayMatter(sql, serverMajor)
                ? StatementTraits.analyze(sql, serverMajor).need()
                : TransactionNeed.IN_TRANSACTION;
        return new StepTraits(StepTraits.TransactionNeed.valueOf(need.name()), () -> details(sql));
    }

    private StepTraits.Details details(String sql) {
        StatementTraits traits = StatementTraits.analyze(sql, serverMajor);
        return new StepTraits.Details(
                traits.concurrentIndex().flatMap(StepFacts::qualified),
                traits.repeatable(),
                traits.lock(),
                traits.risk(),
                SessionSetting.only(sql));
    }

    /** An index lives in its table's schema, and is never written with one. */
    private static Optional<String> qualified(ConcurrentIndex index) {
        int dot = schemaEnd(index.table());
        return index.name().map(name -> dot < 0 ? name : index.table().substring(0, dot + 1) + name);
    }

    private static int schemaEnd(String table) {
        boolean quoted = false;
        int end = -1;
        for (int i = 0; i < table.length(); i++) {
            quoted ^= table.charAt(i) == '"';
            end = table.charAt(i) == '.' && !quoted ? i : end;
        }
        return end;
    }
}
