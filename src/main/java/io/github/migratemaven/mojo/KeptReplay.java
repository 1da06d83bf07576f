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
    private final Function<Target, Status> looks;
    private final Runnable meanwhile;

    /**
     * @param looks whether a database is what the changelog makes
     * @param meanwhile run in the background where no changelog has to be read
     */
    KeptReplay(ChangelogReplay replay, Function<Target, Status> looks, Runnable meanwhile) {
        this.replay = replay;
        this.looks = looks;
        this.meanwhile = meanwhile;
    }

    @Override
    public List<Changeset> changesets() {
        return replay.changesets();
    }

    @Override
    public void replay(ScratchServer.Running server, Target database) {
        if (!(server instanceof Workshop workshop)) {
            replay.replay(server, database);
            return;
        }
        Optional<Target> kept = workshop.kept();
        List<State> states = kept.map(
                        k -> looks.apply(database.schema().map(k::withSchema).orElse(k))
                                .run()
                                .states())
                .orElse(List.of());
        if (states.equals(List.of(State.UP_TO_DATE))) {
            Thread thread = new Thread(meanwhile, "migrate-dev-read-ahead");
            thread.setDaemon(true);
            thread.start();
            workshop.restore(database);
            return;
        }
        if (states.equals(List.of(State.PENDING))) {
            workshop.restore(database);
        }
        replay.replay(server, database);
        workshop.keep(database, "");
    }

    @Override
    public void replayFirst(ScratchServer.Running server, Target database, int count) {
        replay.replayFirst(server, database, count);
    }
}
