package io.github.migratemaven.author;

import io.github.migratemaven.port.SqlFailure;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.testing.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Edits a database at random, as people do: the same for the same seed. */
final class RandomEdits {
    private static final int ATTEMPTS = 60;

    private final TestDatabase database;
    private final Random random;
    private final List<Function<Pick, String>> kinds = new ArrayList<>(TableEdits.ALL);

    RandomEdits(TestDatabase database, long seed) {
        this.database = database;
        this.random = new Random(seed);
        kinds.addAll(ObjectEdits.ALL);
    }

    /** @return what was done, in SQL */
    List<String> make(int count) {
        List<String> made = new ArrayList<>();
        Pick pick = new Pick(database, random);
        for (int i = 0; i < ATTEMPTS && made.size() < count; i++) {
            try {
                String sql = kinds.get(random.nextInt(kinds.size())).apply(pick);
                new ScratchStatements().runTogether(database.target(), List.of(sql));
                made.add(sql);
            } catch (Pick.NotApplicable | IllegalStateException | SqlFailure e) {
                // Something depends on it, or there is nothing of that kind: another edit.
                continue;
            }
        }
        return made;
    }
}
