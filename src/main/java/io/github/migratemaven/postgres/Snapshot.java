package io.github.migratemaven.postgres;

import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions that are answered together: one message, one transaction that reads only, and so one state of the database that
 * all answers belong to.
 */
final class Snapshot {
    private static final List<String> SETTINGS = List.of(
            "SET LOCAL search_path = pg_catalog",
            "SET LOCAL timezone = 'UTC'",
            "SET LOCAL datestyle = 'ISO, YMD'",
            "SET LOCAL intervalstyle = 'postgres'",
            "SET LOCAL extra_float_digits = 1",
            "SET LOCAL bytea_output = 'hex'",
            "SET LOCAL quote_all_identifiers = off",
            "SET LOCAL standard_conforming_strings = on");

    /** See {@link #steady}; each with its semicolon. */
    static final String STEADY = String.join(";\n", SETTINGS) + ";\n";

    private final StringBuilder text =
            new StringBuilder("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n" + Sql.OWN_ROLE);
    private int statements = 2;

    /** Where an answer will stand; of use only to the snapshot that gave it. */
    record Place(int statement) {}

    /** The answers to all questions. */
    record Answers(List<SimpleQuery.Answer> all) {
        List<List<String>> rows(Place place) {
            return place == null ? List.of() : all.get(place.statement).rows();
        }

        /** The first column of the first row; null without one. */
        String value(Place place) {
            List<List<String>> rows = rows(place);
            return rows.isEmpty() ? null : rows.get(0).get(0);
        }
    }

    /** @param question one statement, without its semicolon */
    Place ask(String question) {
        text.append(question).append(";\n");
        return new Place(statements++);
    }

    /**
     * From here on the server prints names and constants in one way: it does so by settings of the session, which differ from
     * user to user and from laptop to pipeline.
     */
    void steady() {
        for (String setting : SETTINGS) {
            ask(setting);
        }
    }

    Answers take(SimpleQuery server) throws SqlFailure {
        return new Answers(new ArrayList<>(server.run(text + "COMMIT")));
    }
}
