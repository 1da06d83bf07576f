package io.github.migratemaven.deploy;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.DeploySession;
import java.util.Optional;

/** The environment that a target carries, and the one that a deploy was meant for. */
final class Stamping {
    private final DeployRequest request;
    private final DeploySession session;

    Stamping(DeployRequest request, DeploySession session) {
        this.request = request;
        this.session = session;
    }

    /** Before anything is written. */
    void refuse(Optional<Environment> stamp) {
        Optional<Failure> failure =
                request.claim().contradicts(stamp, session.facts().database());
        if (failure.isPresent()) {
            throw new MigrateException(failure.get());
        }
    }

    /**
     * For a deploy that has nothing to do: a changed stamp is all that it writes.
     *
     * @param journal whether there is a journal to keep it in; without one the next run that writes stamps
     */
    void onItsOwn(Optional<Environment> stamp, boolean journal) {
        refuse(stamp);
        Optional<Environment> wanted = request.claim().stamp();
        if (journal && wanted.isPresent() && !wanted.equals(stamp)) {
            session.stamp(wanted.get());
        }
    }
}
