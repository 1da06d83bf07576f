package io.github.migratemaven.layout;

import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.port.ForeignHistory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What {@code _prisma_migrations} says. A row with {@code finished_at} has run, one with {@code rolled_back_at} counts for
 * nothing, and one with neither has failed (migration_persistence.rs of Prisma's schema engine).
 */
final class PrismaHistory implements ForeignHistory {
    private final Changesets changesets;

    PrismaHistory(Changesets changesets) {
        this.changesets = changesets;
    }

    @Override
    public String tool() {
        return Tool.PRISMA.word();
    }

    @Override
    public String table() {
        return "_prisma_migrations";
    }

    @Override
    public Reading read(List<Map<String, String>> rows, ServerFacts facts) {
        Map<String, Migration> files = new HashMap<>();
        changesets.migrations().all().forEach(m -> files.put(m.identity().id(), m));
        Verdict verdict = new Verdict("Prisma", changesets);
        Set<String> rolledBack = new HashSet<>();
        Set<String> seen = new HashSet<>();
        List<Map<String, String>> sorted = rows.stream()
                .sorted(Comparator.comparing((Map<String, String> row) -> row.getOrDefault("started_at", ""))
                        .thenComparing(row -> row.get("migration_name")))
                .toList();
        for (Map<String, String> row : sorted) {
            String name = row.get("migration_name");
            if (row.get("rolled_back_at") != null) {
                rolledBack.add(name);
            } else if (row.get("finished_at") == null) {
                seen.add(name);
                verdict.failed(name, files.get(name), cure(name));
            } else if (seen.add(name)) {
                ran(row, files.get(name), verdict);
            }
        }
        rolledBack.stream().filter(name -> !seen.contains(name)).sorted().forEach(name -> verdict.pendingAgain(name));
        return verdict.reading();
    }

    private static void ran(Map<String, String> row, Migration file, Verdict verdict) {
        String name = row.get("migration_name");
        String stored = row.getOrDefault("checksum", "");
        if (file == null) {
            verdict.missing(name);
            return;
        }
        byte[] script = file.script().orElseThrow().bytes();
        if (Checksums.isPrismas(script, stored)) {
            verdict.ran(file, "EXECUTED");
        } else {
            verdict.edited(file, stored, Checksums.prisma(script));
        }
    }

    private static String cure(String name) {
        return "Settle it there first: npx prisma migrate resolve --rolled-back " + name
                + " (you undid it) or --applied " + name + " (all of it is in place).";
    }
}
