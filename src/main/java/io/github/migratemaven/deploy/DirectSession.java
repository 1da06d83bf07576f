package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DeploySession;

/** What only a session can do that holds the run lock from its first look to its last word: through a pooler none does. */
final class DirectSession {
    private DirectSession() {}

    /** @param goal for the message, for example {@code baseline} */
    static void require(DeploySession session, String goal) {
        session.reducedBy().ifPresent(why -> {
            throw new MigrateException(Failure.Rejected.of(
                    "pooler",
                    "nothing was recorded: migrate:" + goal + " needs a direct connection, and " + why,
                    "Set DIRECT_URL to the database's direct address."));
        });
    }
}
