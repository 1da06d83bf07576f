package io.github.migratemaven.sql;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** What each command can do to data, to running code, and to those who wait for it; silent where the text doesn't tell. */
final class Risks {
    static final String DATA_LOSS = "data loss";
    static final String REWRITE = "table rewrite";
    static final String MAY_REWRITE = "may rewrite the table";
    static final String SCAN = "full table scan under the lock";
    static final String BREAKS_CODE = "breaks running code";
    static final String INDEX_BUILD = "blocks writes while the index builds";

    private static final String UNKNOWN = "cannot be analysed";

    private static final Map<String, Function<Words, String>> RULES = Map.ofEntries(
            Map.entry("DROP TABLE", always(DATA_LOSS)),
            Map.entry("DROP DATABASE", always(DATA_LOSS)),
            Map.entry("DROP OWNED", always(DATA_LOSS)),
            Map.entry("TRUNCATE TABLE", always(DATA_LOSS)),
            // A cascade takes the tables, or the columns of the type, along.
            Map.entry("DROP SCHEMA", ifHas("CASCADE", DATA_LOSS)),
            Map.entry("DROP TYPE", ifHas("CASCADE", DATA_LOSS)),
            Map.entry("DROP DOMAIN", ifHas("CASCADE", DATA_LOSS)),
            Map.entry("DROP EXTENSION", ifHas("CASCADE", DATA_LOSS)),
            Map.entry("DROP VIEW", always(BREAKS_CODE)),
            Map.entry("DROP MATERIALIZED VIEW", always(BREAKS_CODE)),
            Map.entry("DROP FOREIGN TABLE", always(BREAKS_CODE)),
            Map.entry("DROP FUNCTION", always(BREAKS_CODE)),
            Map.entry("DROP PROCEDURE", always(BREAKS_CODE)),
            Map.entry("DROP ROUTINE", always(BREAKS_CODE)),
            Map.entry("DELETE", unless("WHERE", DATA_LOSS)),
            Map.entry("UPDATE", unless("WHERE", "writes every row")),
            Map.entry("CREATE INDEX", Risks::createIndex),
            Map.entry("REINDEX", words -> Reindex.parse(words).concurrently() ? "" : INDEX_BUILD),
            Map.entry("CLUSTER", always(REWRITE)),
            Map.entry("VACUUM", words -> Maintenance.of(words).full() ? REWRITE : ""),
            Map.entry("REFRESH MATERIALIZED VIEW", Risks::refresh),
            Map.entry("ALTER TYPE", Risks::alterType),
            Map.entry("ALTER DOMAIN", Risks::alterDomain),
            Map.entry("DO", always(UNKNOWN)),
            Map.entry("CALL", always(UNKNOWN)),
            Map.entry("EXECUTE", always(UNKNOWN)));

    /** What code names, so that a new name or schema breaks it; a column's new name is with {@link AlterTableRisks}. */
    private static final Set<String> NAMED_BY_CODE = Set.of(
            "ALTER VIEW",
            "ALTER MATERIALIZED VIEW",
            "ALTER FOREIGN TABLE",
            "ALTER SEQUENCE",
            "ALTER TYPE",
            "ALTER DOMAIN",
            "ALTER SCHEMA",
            "ALTER DATABASE",
            "ALTER FUNCTION",
            "ALTER PROCEDURE",
            "ALTER ROUTINE",
            "ALTER AGGREGATE");

    private Risks() {}

    /** In a few words each, without repetition; empty where nothing is known. */
    static List<String> of(Command command) {
        if (command.is("ALTER TABLE")) {
            return AlterTable.parse(command.rest()).map(AlterTableRisks::of).orElse(List.of());
        }
        if (NAMED_BY_CODE.contains(command.tag()) && renames(command.rest())) {
            return List.of(BREAKS_CODE);
        }
        String risk = RULES.getOrDefault(command.tag(), always("")).apply(command.rest());
        return risk.isEmpty() ? List.of() : List.of(risk);
    }

    private static Function<Words, String> always(String risk) {
        return words -> risk;
    }

    private static Function<Words, String> ifHas(String word, String risk) {
        return words -> words.has(word) ? risk : "";
    }

    private static Function<Words, String> unless(String word, String risk) {
        return words -> words.has(word) ? "" : risk;
    }

    private static boolean renames(Words words) {
        words.take("IF", "EXISTS");
        words.name();
        words.parentheses();
        return words.at("RENAME") && !words.at("RENAME", "CONSTRAINT") || words.at("SET", "SCHEMA");
    }

    /** On a partitioned table, ONLY builds nothing yet; on another it changes nothing: not to be told here, so silent. */
    private static String createIndex(Words words) {
        return words.at("CONCURRENTLY") || words.has("ON", "ONLY") ? "" : INDEX_BUILD;
    }

    private static String refresh(Words words) {
        if (words.has("WITH", "NO", "DATA")) {
            return BREAKS_CODE;
        }
        return words.at("CONCURRENTLY") ? "" : "blocks reads while it refreshes";
    }

    private static String alterType(Words words) {
        words.name();
        if (words.at("ADD", "VALUE")) {
            return "new value unusable before the commit";
        }
        return words.at("DROP", "ATTRIBUTE") ? DATA_LOSS : "";
    }

    private static String alterDomain(Words words) {
        words.name();
        boolean checks = words.at("ADD") && !words.has("NOT", "VALID") || words.at("SET", "NOT", "NULL");
        return checks ? SCAN : "";
    }
}
