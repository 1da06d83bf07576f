package io.github.migratemaven.faults;

import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestProject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Changesets of every kind that PostgreSQL does not run in a transaction, between plain ones. */
final class RichChangelog {
    /** By id: whether all of a changeset is in place, for those whose end only a person can find out. */
    private static final Map<String, String> IN_PLACE = new LinkedHashMap<>();

    private final String other;
    private int plain;

    /** @param other the name of a database that the changelog makes and drops */
    RichChangelog(String other) {
        this.other = other;
        IN_PLACE.put(
                "unnamed-index",
                "SELECT count(*) FROM pg_index WHERE indisvalid AND pg_get_indexdef(indexrelid) LIKE '%(c DESC)'");
        IN_PLACE.put("database", "SELECT count(*) FROM pg_database WHERE datname = '" + other + "'");
    }

    void writeTo(TestProject project) {
        project.changeset(
                "table",
                "CREATE TABLE t (id int PRIMARY KEY, a int, b text, c int)",
                "INSERT INTO t SELECT i, i % 100, 'row ' || i, i % 7 FROM generate_series(1, 60000) i",
                "CREATE TABLE log (id text)",
                "CREATE TYPE mood AS ENUM ('ok')",
                "CREATE TABLE p (id int) PARTITION BY RANGE (id)");
        for (int i = 0; i < 3; i++) {
            String n = "" + i;
            plain(project);
            project.changesetWith("a" + n, "", "CREATE INDEX CONCURRENTLY t_a" + n + " ON t (a, id)");
            project.changesetWith(
                    "b" + n, "runInTransaction:false", "CREATE UNIQUE INDEX CONCURRENTLY t_b" + n + " ON t (b)");
            project.changesetWith("vacuum" + n, "runInTransaction:false", "VACUUM (ANALYZE) t");
            project.changesetWith(
                    "mixed" + n,
                    "runInTransaction:false",
                    "INSERT INTO log VALUES ('m" + n + "-1')",
                    "REINDEX INDEX CONCURRENTLY t_a" + n,
                    "INSERT INTO log VALUES ('m" + n + "-3')",
                    "ALTER TYPE mood ADD VALUE 'v" + n + "'",
                    "VACUUM log",
                    "INSERT INTO log VALUES ('m" + n + "-6')");
            plain(project);
            project.changesetWith("drop" + n, "", "DROP INDEX CONCURRENTLY t_b" + n);
            project.changesetWith(
                    "part" + n,
                    "",
                    "CREATE TABLE p" + n + " PARTITION OF p FOR VALUES FROM (" + i * 10 + ") TO (" + (i * 10 + 10)
                            + ")");
            project.changesetWith("detach" + n, "", "ALTER TABLE p DETACH PARTITION p" + n + " CONCURRENTLY");
            project.changesetWith("reindex" + n, "", "REINDEX TABLE CONCURRENTLY t");
        }
        project.changesetWith("unnamed-index", "", "CREATE INDEX CONCURRENTLY ON t (c DESC)");
        project.changesetWith("database", "", "CREATE DATABASE " + other + " TEMPLATE template0");
        plain(project);
        project.changesetWith("no-database", "", "DROP DATABASE " + other);
    }

    private void plain(TestProject project) {
        String id = "plain" + plain++;
        project.changeset(
                id, "INSERT INTO log VALUES ('" + id + "')", "CREATE TABLE " + id + " AS SELECT * FROM t LIMIT 3000");
    }

    /** Whether the person who is asked finds the changeset in place. */
    static boolean inPlace(TestDatabase database, String id) {
        return !database.value(IN_PLACE.get(id)).equals("0");
    }

    /** What a person does who wants it undone. */
    static void undo(TestDatabase database) {
        database.query("SELECT 'DROP INDEX ' || indexrelid::regclass FROM pg_index WHERE NOT indisvalid")
                .forEach(database::execute);
    }

    /** Everything that can be there twice, half or not at all. */
    static List<String> contents(TestDatabase database) {
        List<String> all = new ArrayList<>();
        all.addAll(database.query("SELECT id FROM databasechangelog ORDER BY orderexecuted"));
        all.addAll(database.query("SELECT id FROM log ORDER BY id"));
        all.addAll(
                database.query("SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid"
                        + " WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1"));
        all.addAll(database.query("SELECT c.relname, c.relispartition FROM pg_class c WHERE relkind IN ('r', 'p') AND"
                + " relnamespace = 'public'::regnamespace ORDER BY 1"));
        all.addAll(database.query("SELECT enumlabel FROM pg_enum ORDER BY enumsortorder"));
        all.addAll(database.query("SELECT count(*) FROM migrate_step WHERE NOT completed"));
        all.addAll(database.query("SELECT locked FROM databasechangeloglock"));
        return all;
    }
}
