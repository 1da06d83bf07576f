package io.github.migratemaven.sql;

import java.util.List;

/** The risks of ALTER TABLE's actions, after the notes on the command's page in the manual (PostgreSQL 13 to 18). */
final class AlterTableRisks {
    private AlterTableRisks() {}

    static List<String> of(AlterTable alter) {
        return alter.actions().stream()
                .flatMap(action -> of(action).stream())
                .distinct()
                .toList();
    }

    private static List<String> of(Words action) {
        if (AlterTable.takeAddColumn(action.copy())) {
            Words definition = action.copy();
            AlterTable.takeAddColumn(definition);
            return NewColumnRisks.of(definition);
        }
        String risk = action.at("ADD") ? addConstraint(action.copy()) : other(action.copy());
        return risk.isEmpty() ? List.of() : List.of(risk);
    }

    private static String addConstraint(Words action) {
        AlterTable.takeAddConstraint(action);
        if (action.at("UNIQUE") || action.at("PRIMARY", "KEY") || action.at("EXCLUDE")) {
            action.takeAny("UNIQUE", "PRIMARY");
            action.take("KEY");
            return action.at("USING", "INDEX") ? "" : NewColumnRisks.INDEX_BUILD;
        }
        // NOT ENFORCED: since 18.
        return action.has("NOT", "VALID") || action.has("NOT", "ENFORCED") ? "" : Risks.SCAN;
    }

    private static String other(Words action) {
        if (action.at("RENAME", "CONSTRAINT") || action.at("DROP", "CONSTRAINT")) {
            return "";
        }
        if (action.at("RENAME") || action.at("SET", "SCHEMA")) {
            return Risks.BREAKS_CODE;
        }
        if (action.at("DROP")) {
            return Risks.DATA_LOSS;
        }
        if (action.at("SET", "LOGGED") || action.at("SET", "UNLOGGED") || action.at("SET", "ACCESS", "METHOD")) {
            return Risks.REWRITE;
        }
        if (action.at("SET", "TABLESPACE")) {
            return "table copied under the lock";
        }
        if (action.at("ATTACH", "PARTITION")) {
            return "full scan of the partition unless a CHECK proves its bounds";
        }
        return AlterTable.takeAlterColumn(action) ? alterColumn(action) : "";
    }

    private static String alterColumn(Words action) {
        if (action.at("TYPE") || action.at("SET", "DATA", "TYPE") || action.at("SET", "EXPRESSION")) {
            return Risks.MAY_REWRITE;
        }
        return action.at("SET", "NOT", "NULL") ? Risks.SCAN + " unless a CHECK proves it" : "";
    }
}
