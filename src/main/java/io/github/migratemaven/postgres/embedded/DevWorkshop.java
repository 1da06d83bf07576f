package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Workshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The dev server's scratch databases: {@code migrate_scratch_…}, named after the process that uses them, so that what a killed
 * one left is known and removed. The kept one is {@code migrate_template}; its note is its comment.
 */
final class DevWorkshop implements Workshop {
    private static final String SCRATCH = "migrate_scratch_";
    private static final String TEMPLATE = "migrate_template";

    private final DatabaseSession session;
    private final Consumer<Runnable> background;
    private final Target target;
    private final String prefix = SCRATCH + Lease.name() + "_";
    private final List<String> databases = new ArrayList<>();

    /**
     * @param session closed with the workshop
     * @param target of the dev server, whatever its database
     * @param background runs what nobody waits for, before the server is left
     */
    DevWorkshop(DatabaseSession session, Target target, Consumer<Runnable> background) {
        this.session = session;
        this.target = target.withDatabase("postgres");
        this.background = background;
        try {
            removeLeftOvers();
        } catch (RuntimeException e) {
            session.close();
            throw e;
        }
    }

    private void removeLeftOvers() {
        for (String name :
                session.query("SELECT datname FROM pg_database WHERE datname LIKE 'migrate\\_scratch\\_%'")) {
            boolean used = Owner.parse(name.substring(SCRATCH.length()))
                    .filter(Owner::alive)
                    .isPresent();
            if (!used) {
                session.drop(name);
            }
        }
    }

    @Override
    public Target target() {
        return target;
    }

    @Override
    public Target createDatabase() {
        String name = name();
        session.create(name);
        return target.withDatabase(name);
    }

    @Override
    public Target cloneDatabase(Target template) {
        String name = name();
        session.copy(template.database(), name);
        Target copy = target.withDatabase(name);
        return template.schema().map(copy::withSchema).orElse(copy);
    }

    private synchronized String name() {
        String name = prefix + (databases.size() + 1);
        databases.add(name);
        return name;
    }

    @Override
    public synchronized void dropDatabase(Target database) {
        // A drop waits for a checkpoint. Those of this workshop go when it is closed, and nobody waits for them.
        if (!databases.contains(database.database())) {
            session.drop(database.database());
        }
    }

    @Override
    public void createRole(String name) {
        session.createRole(name);
    }

    @Override
    public Optional<String> note() {
        return session
                .query("SELECT coalesce(shobj_description(oid, 'pg_database'), '') FROM pg_database WHERE datname = '"
                        + TEMPLATE + "'")
                .stream()
                .filter(note -> !note.isEmpty())
                .findFirst();
    }

    @Override
    public Optional<Target> kept() {
        return session.query("SELECT datname FROM pg_database WHERE datname = '" + TEMPLATE + "'").stream()
                .map(target::withDatabase)
                .findFirst();
    }

    @Override
    public void keep(Target database, String note) {
        session.drop(TEMPLATE);
        session.copy(database.database(), TEMPLATE);
        note(note);
    }

    @Override
    public void note(String note) {
        session.execute("COMMENT ON DATABASE " + TEMPLATE + " IS " + DatabaseSession.literal(note));
    }

    @Override
    public synchronized void close() {
        List<String> all = List.copyOf(databases);
        databases.clear();
        background.accept(() -> {
            try (session) {
                all.forEach(session::drop);
            } catch (MigrateException e) {
                // The next workshop removes what is left over.
                return;
            }
        });
    }
}
