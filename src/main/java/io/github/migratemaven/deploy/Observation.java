package io.github.migratemaven.deploy;

import io.github.migratemaven.model.DatabaseObject;
import io.github.migratemaven.model.History;
import io.github.migratemaven.model.LockHolder;
import io.github.migratemaven.port.Session;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was seen in the database, beside its history.
 *
 * @param holdsObjects whether the schema holds anything of the application's
 * @param catalogue object to digest now; empty where nobody asked
 */
record Observation(
        History history,
        Optional<LockHolder> lock,
        List<DatabaseObject> invalid,
        boolean holdsObjects,
        Map<String, String> catalogue) {

    static Observation of(Session.Sight sight) {
        return new Observation(sight.history(), sight.lock(), sight.invalid(), sight.holdsObjects(), sight.catalogue());
    }
}
