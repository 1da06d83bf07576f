package io.github.migratemaven.layout;

import io.github.migratemaven.layout.Placeholders.Filled;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Step;
import io.github.migratemaven.sql.SqlStatement;
import io.github.migratemaven.sql.SqlStatements;
import io.github.migratemaven.sql.StatementTraits;
import io.github.migratemaven.sql.StepFacts;
import io.github.migratemaven.sql.Unbalanced;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes the steps of a script: its statements, each with its place. */
final class ScriptSteps {
    /** Its data follows in the script, which psql and Flyway read; over JDBC there is no such thing. */
    private static final Pattern COPY_DATA = Pattern.compile("(?is)^copy\\b.*\\bfrom\\s+stdin\\b.*");

    private final int serverMajor;
    private final StepFacts facts;

    ScriptSteps(int serverMajor) {
        this.serverMajor = serverMajor;
        this.facts = new StepFacts(serverMajor);
    }

    List<Step> of(Filled filled) {
        String text = filled.text();
        Unbalanced.in(text).ifPresent(open -> {
            throw refused(filled, open.offset(), "a " + open.what() + " is never closed", "Close it.");
        });
        List<Step> steps = new ArrayList<>();
        for (SqlStatement statement : SqlStatements.split(text)) {
            if (StatementTraits.analyze(statement.text(), serverMajor).tag().equals("COPY")
                    && COPY_DATA.matcher(statement.text()).matches()) {
                throw refused(
                        filled,
                        statement.start(),
                        "COPY … FROM STDIN takes its data from the script, which only psql and Flyway can",
                        "Write INSERT statements instead.");
            }
            steps.add(new Step.Sql(
                    statement.text(),
                    filled.script().position(filled.offsets()[statement.start()]),
                    facts.of(statement.text()),
                    characters -> {
                        int within = Math.min(
                                characters,
                                statement
                                        .text()
                                        .codePointCount(0, statement.text().length()));
                        int at = statement.start() + statement.text().offsetByCodePoints(0, within);
                        return filled.script().position(filled.offsets()[at]);
                    }));
        }
        return steps;
    }

    private static MigrateException refused(Filled filled, int at, String message, String hint) {
        return new MigrateException(Failure.InvalidInput.at(
                filled.script().position(filled.offsets()[at]),
                "change-invalid",
                message,
                hint + " Nothing was deployed."));
    }
}
