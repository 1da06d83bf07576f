package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.Workshop;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A replay that begins with what an earlier build left on the dev server: only what has come since is applied. Where the
 * changelog has changed in any other way, all of it is applied anew.
 */
final class KeptReplay implements ChangelogReplay {
    private final ChangelogReplay replay;
    private final String basis;
    private final Function<Target, Status> looks;
    private final Runnable unread;

    /**
     * @param basis what decides, beside its files, what the changelog makes: the history does not tell contexts. The note of what is
     *     kept begins with it
     * @param looks whether a database is what the changelog makes
     * @param unread told when no changelog has to be read for this: the engine is free for somebody else
     */
    KeptReplay(ChangelogReplay replay, String basis, Function<Target, Status> looks, Runnable unread) {
        this.replay = replay;
        this.basis = basis;
        this.looks = looks;
        this.unread = unread;
    }

    @Override
    public List<Changeset> changesets() {
        return replay.changesets();
    }

    @Override
    public Target database(ScratchServer.Running server, Optional<String> schema) {
        if (!(server instanceof Workshop workshop)) {
            return replay.database(server, schema);
        }
        Optional<Target> kept = workshop.note()
                .filter(note -> note.startsWith(basis))
                .flatMap(note -> workshop.kept())
                .map(k -> schema.map(k::withSchema).orElse(k));
        List<State> states = kept.map(k -> looks.apply(k).run().states()).orElse(List.of());
        if (states.equals(List.of(State.UP_TO_DATE))) {
            unread.run();
            return workshop.cloneDatabase(kept.get());
        }
        Target database;
        if (states.equals(List.of(State.PENDING))) {
            database = workshop.cloneDatabase(kept.get());
            replay.replay(server, database);
        } else {
            database = replay.database(server, schema);
        }
        workshop.keep(database, basis);
        return database;
    }

    @Override
    public void replay(ScratchServer.Running server, Target database) {
        replay.replay(server, database);
    }

    @Override
    public void replayFirst(ScratchServer.Running server, Target database, int count) {
        replay.replayFirst(server, database, count);
    }
}
