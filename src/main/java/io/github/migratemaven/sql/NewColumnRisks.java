package io.github.migratemaven.sql;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The risks of {@code ADD COLUMN}. A default is cheap since PostgreSQL 11 if it is the same for every row: the table is
 * rewritten for a volatile one, an identity and a stored generated column (manual, ALTER TABLE, Notes).
 */
final class NewColumnRisks {
    static final String INDEX_BUILD = "index build under the lock";

    private static final Set<String> SERIALS =
            Set.of("smallserial", "serial", "bigserial", "serial2", "serial4", "serial8");
    private static final Set<String> VOLATILE = Set.of(
            "nextval",
            "random",
            "clock_timestamp",
            "timeofday",
            "gen_random_uuid",
            "gen_random_bytes",
            "uuid_generate_v1",
            "uuid_generate_v1mc",
            "uuid_generate_v4",
            "uuidv4",
            "uuidv7",
            "txid_current");
    /** What looks like a call, and gives one value for the whole statement. */
    private static final Set<String> STEADY = Set.of(
            "now",
            "current_timestamp",
            "current_time",
            "localtimestamp",
            "localtime",
            "transaction_timestamp",
            "statement_timestamp",
            "current_setting",
            "current_schema",
            "date_trunc",
            "timezone",
            "make_date",
            "make_interval",
            "to_timestamp",
            "to_char",
            "to_date",
            "lower",
            "upper",
            "concat",
            "md5",
            "coalesce",
            "nullif",
            "greatest",
            "least",
            "row",
            "cast",
            "extract",
            "array",
            "repeat",
            "json_build_object",
            "json_build_array",
            "jsonb_build_object",
            "jsonb_build_array",
            "to_json",
            "to_jsonb",
            "int4range",
            "int8range",
            "numrange",
            "daterange",
            "tsrange",
            "tstzrange",
            "and",
            "or",
            "not",
            "in",
            "any",
            "case",
            "when",
            "then",
            "else");

    private NewColumnRisks() {}

    /** @param definition behind the column's name */
    static List<String> of(Words definition) {
        List<String> risks = new ArrayList<>();
        boolean serial = SERIALS.stream().anyMatch(definition::at);
        boolean identity = definition.has("AS", "IDENTITY");
        boolean generated = definition.has("GENERATED");
        Optional<Words> byDefault = byDefault(definition.copy());
        if (serial || identity || generated && definition.has("STORED")) {
            risks.add(Risks.REWRITE);
        } else {
            byDefault
                    .map(NewColumnRisks::rewrite)
                    .filter(risk -> !risk.isEmpty())
                    .ifPresent(risks::add);
        }
        if (definition.has("NOT", "NULL") && byDefault.isEmpty() && !serial && !generated) {
            risks.add("fails if the table has rows");
        }
        if (definition.has("UNIQUE") || definition.has("PRIMARY", "KEY")) {
            risks.add(INDEX_BUILD);
        }
        // Without a default the new column is NULL everywhere, which every foreign key accepts unseen.
        if (definition.has("CHECK") || definition.has("REFERENCES") && byDefault.isPresent()) {
            risks.add(Risks.SCAN);
        }
        return risks;
    }

    /** The place behind DEFAULT, but not that of {@code ON DELETE SET DEFAULT}. */
    private static Optional<Words> byDefault(Words definition) {
        Optional<String> found = definition.seekFirst("SET", "DEFAULT");
        while (found.isPresent() && found.get().equals("SET")) {
            definition.take("DEFAULT");
            found = definition.seekFirst("SET", "DEFAULT");
        }
        return found.map(word -> definition);
    }

    private static String rewrite(Words expression) {
        Set<String> calls = expression.callsUntil("CHECK", "REFERENCES", "CONSTRAINT", "UNIQUE", "PRIMARY");
        Set<String> names = new HashSet<>();
        calls.forEach(call -> names.add(call.toLowerCase(Locale.ROOT).replaceFirst("^(pg_catalog|public)\\.", "")));
        if (names.stream().anyMatch(VOLATILE::contains)) {
            return Risks.REWRITE;
        }
        // A function of the user's is volatile unless declared otherwise.
        return STEADY.containsAll(names) ? "" : Risks.MAY_REWRITE;
    }
}
