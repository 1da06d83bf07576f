package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Workshop;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The dev server's scratch databases: {@code migrate_scratch_…}, named after the process that uses them, so that what a killed
 * one left is known and removed. The kept one is {@code migrate_template}; its note is its comment.
 */
final class DevWorkshop implements Workshop {
    private static final String SCRATCH = "migrate_scratch_";
    private static final String TEMPLATE = "migrate_template";

    private final EmbeddedServer server;
    private final Target target;
    private final Path folder;
    private final String prefix = SCRATCH + Lease.name() + "_";
    private final List<String> databases = new ArrayList<>();
    private int count;

    /** @param target of the dev server, whatever its database */
    DevWorkshop(EmbeddedServer server, Target target, Path folder) {
        this.server = server;
        this.target = target.withDatabase("postgres");
        this.folder = folder;
        removeLeftOvers();
    }

    private void removeLeftOvers() {
        for (String name : query("SELECT datname FROM pg_database WHERE datname LIKE 'migrate\\_scratch\\_%'")) {
            boolean used = Owner.parse(name.substring(SCRATCH.length()))
                    .filter(Owner::alive)
                    .isPresent();
            if (!used) {
                drop(name);
            }
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public synchronized Target createDatabase() {
        return create("");
    }

    @Override
    public synchronized Target cloneDatabase(Target template) {
        Target copy = create(" TEMPLATE " + quoted(template.database()));
        return template.schema().map(copy::withSchema).orElse(copy);
    }

    private Target create(String options) {
        String name = prefix + ++count;
        execute("CREATE DATABASE " + quoted(name) + options);
        databases.add(name);
        return target.withDatabase(name);
    }

    @Override
    public synchronized void dropDatabase(Target database) {
        databases.remove(database.database());
        drop(database.database());
    }

    private void drop(String name) {
        execute("DROP DATABASE IF EXISTS " + quoted(name) + " WITH (FORCE)");
    }

    @Override
    public void createRole(String name) {
        String literal = "'" + name.replace("'", "''") + "'";
        execute("DO $do$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = " + literal + ") THEN CREATE ROLE "
                + quoted(name) + "; END IF; END $do$");
    }

    @Override
    public Optional<String> note() {
        return query("SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = '"
                        + TEMPLATE + "'")
                .stream()
                .filter(note -> !note.isEmpty())
                .findFirst();
    }

    @Override
    public Optional<Target> kept() {
        return query("SELECT datname FROM pg_database WHERE datname = '" + TEMPLATE + "'").stream()
                .map(target::withDatabase)
                .findFirst();
    }

    @Override
    public void restore(Target database) {
        drop(database.database());
        execute("CREATE DATABASE " + quoted(database.database()) + " TEMPLATE " + TEMPLATE);
    }

    @Override
    public void keep(Target database, String note) {
        drop(TEMPLATE);
        execute("CREATE DATABASE " + TEMPLATE + " TEMPLATE " + quoted(database.database()));
        note(note);
    }

    @Override
    public void note(String note) {
        String literal = "E'" + note.replace("\\", "\\\\").replace("'", "''") + "'";
        execute("COMMENT ON DATABASE " + TEMPLATE + " IS " + literal);
    }

    @Override
    public synchronized void close() {
        List.copyOf(databases).forEach(this::drop);
        databases.clear();
    }

    private void execute(String sql) {
        try {
            server.execute(port(), sql);
        } catch (IOException e) {
            throw EmbeddedFailures.io("use its scratch databases", folder, e);
        }
    }

    private List<String> query(String sql) {
        try {
            return server.query(port(), sql);
        } catch (IOException e) {
            throw EmbeddedFailures.io("use its scratch databases", folder, e);
        }
    }

    private int port() {
        return target.hosts().get(0).port();
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
