package io.github.migratemaven.postgres;

import io.github.migratemaven.port.SqlFailure;
import java.util.ArrayList;
import java.util.List;

/**
 * Questions that are answered together: one message, one transaction that reads only, and so one state of the database that
 * all answers belong to.
 */
final class Snapshot {
    private final StringBuilder text = new StringBuilder("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;\n");
    private int statements = 1;

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
        for (String setting : List.of(
                "search_path = pg_catalog",
                "timezone = 'UTC'",
                "datestyle = 'ISO, YMD'",
                "intervalstyle = 'postgres'",
                "extra_float_digits = 1",
                "bytea_output = 'hex'",
                "quote_all_identifiers = off",
                "standard_conforming_strings = on")) {
            ask("SET LOCAL " + setting);
        }
    }

    Answers take(SimpleQuery server) throws SqlFailure {
        return new Answers(new ArrayList<>(server.run(text + "COMMIT")));
    }
}
