package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.JournalStep;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.port.DeploySession.RunStart;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The text of everything that is asked of and written to the journal: {@code migrate_run} and {@code migrate_step}. */
final class JournalTables {
    static final String RUN = "migrate_run";
    static final String STEP = "migrate_step";

    private static final String TIME = "'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"'";

    private final String run;
    private final String step;

    JournalTables(String schema) {
        run = Sql.identifier(schema) + "." + RUN;
        step = Sql.identifier(schema) + "." + STEP;
    }

    String create() {
        return "CREATE TABLE IF NOT EXISTS " + run + " (id text PRIMARY KEY, goal text NOT NULL, state text NOT NULL,"
                + " started_at timestamptz NOT NULL DEFAULT clock_timestamp(), finished_at timestamptz,"
                + " executed_by text NOT NULL DEFAULT session_user, source text, git_commit text, environment text,"
                + " tool_version text NOT NULL, applied integer, wal_position pg_lsn, restore_point text,"
                + " fingerprint text, catalogue jsonb, error text, stamp text);\n"
                + "CREATE TABLE IF NOT EXISTS " + step + " (run_id text NOT NULL, changeset_id text NOT NULL,"
                + " author text NOT NULL, path text NOT NULL, step integer NOT NULL, sql_hash text NOT NULL, sql text,"
                + " state text NOT NULL, transactional boolean NOT NULL, started_at timestamptz NOT NULL DEFAULT"
                + " clock_timestamp(), finished_at timestamptz, error text, sqlstate text, completed boolean NOT NULL,"
                + " PRIMARY KEY (changeset_id, author, path, step));\n";
    }

    /** From its first moment a run makes what an earlier one knew of the database doubtful. */
    String start(RunStart start) {
        return "UPDATE " + run + " SET fingerprint = NULL WHERE fingerprint IS NOT NULL;\n" + "INSERT INTO " + run
                + " (id, goal, state, source, git_commit, environment, tool_version, stamp) VALUES ("
                + String.join(
                        ", ",
                        Sql.literal(start.id()),
                        Sql.literal(start.goal()),
                        "'running'",
                        Sql.literal(start.source()),
                        Sql.literal(start.gitCommit()),
                        Sql.literal(start.environment()),
                        Sql.literal(start.toolVersion()),
                        start.stamp().map(this::ifNew).orElse("NULL"))
                + ")";
    }

    /** Each stamp stands with the run that set it, and so do who and when; the newest counts. */
    private String newestStamp() {
        return "(SELECT stamp FROM " + run + " WHERE stamp IS NOT NULL ORDER BY started_at DESC LIMIT 1)";
    }

    private String ifNew(Environment environment) {
        String word = Sql.literal(environment.word());
        return "(SELECT " + word + " WHERE " + word + " IS DISTINCT FROM " + newestStamp() + ")";
    }

    String stamp(Environment environment) {
        return "UPDATE " + run + " SET stamp = " + Sql.literal(environment.word()) + " WHERE id = (SELECT id FROM "
                + run + " ORDER BY started_at DESC LIMIT 1)";
    }

    /** Only the newest run keeps its catalogue: it is what drift is measured against. */
    String finish(String id, int applied, String error, Map<String, String> catalogue) {
        return "UPDATE " + run + " SET catalogue = NULL WHERE catalogue IS NOT NULL AND id <> " + Sql.literal(id)
                + ";\n"
                + "UPDATE " + run + " SET state = " + (error == null ? "'succeeded'" : "'failed'")
                + ", finished_at = clock_timestamp(), applied = " + applied
                + ", wal_position = pg_current_wal_insert_lsn(),"
                + " error = " + Sql.literal(error) + ", catalogue = " + Sql.literal(FlatJson.write(catalogue))
                + "::jsonb WHERE id = " + Sql.literal(id);
    }

    String seal(String fingerprint) {
        return "UPDATE " + run + " SET fingerprint = " + Sql.literal(fingerprint) + " WHERE id = (SELECT id FROM " + run
                + " ORDER BY started_at DESC LIMIT 1)";
    }

    /**
     * Adds to the fingerprint what tells, at a fraction of the cost, that the catalogue's rows are still the same; unless the catalogue is
     * not any more what the fingerprint says.
     *
     * @param catalogue the digest that the fingerprint holds
     * @param versions a question, see {@link CatalogueVersions}
     * @param digest a question for the digest as it is now
     */
    String addVersions(String catalogue, String versions, String digest) {
        return "UPDATE " + run + " SET fingerprint = fingerprint || ':' || (" + versions + ") || ':' || "
                + Sql.literal(catalogue) + " WHERE fingerprint IS NOT NULL AND " + Sql.literal(catalogue) + " = ("
                + digest + ")";
    }

    /** The digest that the fingerprint holds; null unless the versions are those that it was taken with. */
    String digestIfSame(String versions) {
        return "SELECT CASE WHEN " + fingerprintPart(4) + " = (" + versions + ") THEN " + fingerprintPart(5) + " END";
    }

    private String fingerprintPart(int part) {
        return "(SELECT split_part(fingerprint, ':', " + part + ") FROM " + run
                + " WHERE fingerprint IS NOT NULL ORDER BY started_at DESC LIMIT 1)";
    }

    /** A condition: some run has left its catalogue. */
    String hasCatalogue() {
        return "EXISTS (SELECT FROM " + run + " WHERE catalogue IS NOT NULL)";
    }

    /** A condition: some run has left its fingerprint. */
    String hasFingerprint() {
        return "EXISTS (SELECT FROM " + run + " WHERE fingerprint IS NOT NULL)";
    }

    /**
     * As {@link #selectLastRun}, with the fingerprint in the catalogue's place; no row where the newest run has none.
     *
     * @param all of the fingerprint, or all but its last and largest part
     */
    String selectSealed(boolean all) {
        String wanted =
                all ? "fingerprint" : "split_part(fingerprint, ':', 1) || ':' || split_part(fingerprint, ':', 2)";
        return "SELECT * FROM (" + selectLastRun(wanted + " AS fingerprint") + ") AS r WHERE fingerprint IS NOT NULL";
    }

    String selectLastRun() {
        return selectLastRun(
                "(SELECT catalogue FROM " + run + " WHERE catalogue IS NOT NULL ORDER BY started_at DESC LIMIT 1)");
    }

    private String selectLastRun(String last) {
        return "SELECT id, goal, state, to_char(started_at AT TIME ZONE 'UTC', " + TIME
                + "), to_char(finished_at AT TIME"
                + " ZONE 'UTC', " + TIME
                + "), executed_by, source, git_commit, tool_version, error, " + last + ", " + newestStamp() + " FROM "
                + run
                + " ORDER BY started_at DESC LIMIT 1";
    }

    /** @param cells of {@link #selectLastRun} or {@link #selectSealed} */
    static Optional<Environment> stamp(List<String> cells) {
        return Environment.ofStamp(cells.get(11));
    }

    static RunRecord run(List<String> cells) {
        return run(cells, cells.get(10) == null ? Map.of() : FlatJson.read(cells.get(10)));
    }

    static RunRecord run(List<String> cells, Map<String, String> catalogue) {
        return new RunRecord(
                cells.get(0),
                cells.get(1),
                cells.get(2),
                Instant.parse(cells.get(3)),
                cells.get(4) == null ? null : Instant.parse(cells.get(4)),
                cells.get(5),
                cells.get(6),
                cells.get(7),
                cells.get(8),
                cells.get(9),
                catalogue);
    }

    /** Replaces what the journal said of that step before. */
    String write(String runId, JournalStep row) {
        boolean started = row.progress() == JournalStep.Progress.STARTED;
        return "INSERT INTO " + step + " AS s (run_id, changeset_id, author, path, step, sql_hash, sql, state,"
                + " transactional, finished_at, error, sqlstate, completed) VALUES ("
                + String.join(
                        ", ",
                        Sql.literal(runId),
                        key(row.changeset()),
                        Integer.toString(row.number()),
                        Sql.literal(row.sqlHash()),
                        Sql.literal(Sql.limited(row.sql(), 10_000)),
                        Sql.literal(word(row.progress())),
                        Boolean.toString(row.transactional()),
                        started ? "NULL" : "clock_timestamp()",
                        Sql.literal(row.error()),
                        Sql.literal(row.sqlState()),
                        // A transaction that was rolled back leaves nothing to be resumed: its row is only a record.
                        Boolean.toString(row.transactional()))
                + ") ON CONFLICT (changeset_id, author, path, step) DO UPDATE SET run_id = excluded.run_id, sql_hash ="
                + " excluded.sql_hash, sql = excluded.sql, state = excluded.state, transactional = excluded.transactional,"
                + (started ? " started_at = excluded.started_at," : "")
                + " finished_at = excluded.finished_at, error = excluded.error, sqlstate = excluded.sqlstate,"
                + " completed = excluded.completed";
    }

    private static String key(ChangesetId id) {
        return Sql.literal(id.id()) + ", " + Sql.literal(id.author()) + ", " + Sql.literal(id.path());
    }

    private static String word(JournalStep.Progress progress) {
        return progress.name().toLowerCase(Locale.ROOT);
    }

    String clear(ChangesetId id) {
        return "DELETE FROM " + step + " WHERE (changeset_id, author, path) = (" + key(id) + ")";
    }

    /** Part of the transaction that writes the changeset's history row. */
    String complete(ChangesetId id) {
        return "UPDATE " + step + " SET completed = true WHERE (changeset_id, author, path) = (" + key(id) + ")";
    }

    /** A condition: some changeset's steps have not all been completed. */
    String hasOpen() {
        return "EXISTS (SELECT FROM " + step + " WHERE NOT completed)";
    }

    /** The steps of changesets that have not completed. */
    String selectOpen() {
        return "SELECT changeset_id, author, path, step, sql_hash, sql, state, transactional, error, sqlstate FROM "
                + step + " WHERE NOT completed ORDER BY started_at, step";
    }

    static JournalStep step(List<String> cells) {
        return new JournalStep(
                new ChangesetId(cells.get(0), cells.get(1), cells.get(2)),
                Integer.parseInt(cells.get(3)),
                cells.get(4),
                cells.get(5),
                JournalStep.Progress.valueOf(cells.get(6).toUpperCase(Locale.ROOT)),
                cells.get(7).equals("t"),
                cells.get(8),
                cells.get(9));
    }
}
