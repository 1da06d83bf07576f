package io.github.migratemaven.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.port.DeploySession;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.port.MigrationEngine;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each statement's position is where somebody wrote it, and so is the position of each of its characters. */
@ExtendWith(TestDatabases.class)
class StatementPositionTest {
    /** What stands where a change starts whose SQL nobody wrote: its name, as YAML, JSON or XML have it. */
    private static final Pattern GENERATED = Pattern.compile("[<\"]?([a-z]+[A-Z]\\w*|insert|update|delete)\\b.*");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void everyStatementIsFoundWhereItWasWritten(Example example, TestDatabase database) {
        Example.Source source = example.in(folder);
        Ours ours = new Ours(source);
        assertThat(ours.deploy(database).error()).isEmpty();
        List<String> wrong = new ArrayList<>();
        int written = 0;
        try (LoadedChangelog loaded = ours.reader().read();
                DeploySession session = ours.target(database).openForDeploy("positions")) {
            MigrationEngine engine = loaded.bind(session);
            for (Changeset changeset : loaded.changelog().changesets()) {
                if (!changeset.selection().selected() || changeset.rules().markRanWhenInvalid()) {
                    continue;
                }
                for (Step step : engine.steps(changeset)) {
                    if (step instanceof Step.Sql sql && isWritten(source, sql)) {
                        written++;
                        check(source, changeset, sql, wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(written).isGreaterThan(5);
    }

    private static boolean isWritten(Example.Source source, Step.Sql sql) {
        String there = at(source, sql.position());
        return !GENERATED.matcher(there).matches() || there.startsWith("sqlFile") || there.startsWith("<sqlFile");
    }

    private static void check(Example.Source source, Changeset changeset, Step.Sql sql, List<String> wrong) {
        String firstWord = sql.sql().split("[\\s(;]", 2)[0];
        if (!at(source, sql.position()).startsWith(firstWord)) {
            wrong.add(sql.position() + " " + changeset.identity().id() + ": " + firstWord + " is not "
                    + at(source, sql.position()));
            return;
        }
        int[] characters = sql.sql().codePoints().toArray();
        if (characters.length > 50_000) {
            return;
        }
        for (int i = 0; i < characters.length; i++) {
            Position position = sql.locate().apply(i);
            int there = at(source, position).codePoints().findFirst().orElse('\n');
            // A parameter, an entity, an escape: what the file has there is another spelling.
            boolean replaced = there == '$' || there == '&' || there == 'u';
            if (!Character.isWhitespace(characters[i]) && there != characters[i] && !replaced) {
                wrong.add(position + " " + changeset.identity().id() + ": character " + i + " of " + sql.sql());
                return;
            }
        }
    }

    /** The rest of the line at a position. */
    private static String at(Example.Source source, Position position) {
        List<String> lines = source.lines(position.file());
        if (position.line() > lines.size()) {
            return "";
        }
        String line = lines.get(position.line() - 1);
        int columns = Math.min(position.column() - 1, line.codePointCount(0, line.length()));
        return line.substring(line.offsetByCodePoints(0, columns));
    }
}
