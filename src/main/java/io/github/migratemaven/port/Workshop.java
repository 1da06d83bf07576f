package io.github.migratemaven.port;

import io.github.migratemaven.model.Target;
import java.util.Optional;

/**
 * Scratch databases on the dev server, gone soon after it is closed; and one database that it keeps between builds, so that not every
 * build has to make it anew.
 */
public interface Workshop extends ScratchServer.Running {
    /** What was noted with the kept database; empty when there is none. */
    Optional<String> note();

    /** The kept database; empty when there is none. */
    Optional<Target> kept();

    /**
     * Keeps a copy of a database instead of what was kept before.
     *
     * @param database nobody is connected to it meanwhile
     */
    void keep(Target database, String note);

    /** Notes something else with what is kept. */
    void note(String note);
}
