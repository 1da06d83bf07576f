package io.github.migratemaven.testing;

import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ScratchServer;
import java.util.ArrayList;
import java.util.List;

/** The server that all tests share, for who wants to start and close one of its own: closing drops what was made over this. */
public class SharedServer implements ScratchServer.Running {
    private final ScratchServer.Running shared;
    private final List<Target> made = new ArrayList<>();

    public SharedServer(ScratchServer.Running shared) {
        this.shared = shared;
    }

    @Override
    public Target target() {
        return shared.target();
    }

    @Override
    public Target createDatabase() {
        Target database = shared.createDatabase();
        made.add(database);
        return database;
    }

    @Override
    public Target cloneDatabase(Target template) {
        Target database = shared.cloneDatabase(template);
        made.add(database);
        return database;
    }

    @Override
    public void dropDatabase(Target database) {
        shared.dropDatabase(database);
        made.removeIf(d -> d.database().equals(database.database()));
    }

    @Override
    public void createRole(String name) {
        shared.createRole(name);
    }

    @Override
    public void close() {
        List.copyOf(made).forEach(this::dropDatabase);
    }
}
