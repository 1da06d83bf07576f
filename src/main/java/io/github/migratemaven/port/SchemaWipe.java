package io.github.migratemaven.port;

import io.github.migratemaven.port.DeploySession.StepLimits;
import java.util.List;

/** Empties a database for its owner, who need not be a superuser. */
public interface SchemaWipe {
    /**
     * Drops every object of the target's schema and empties the history, in one transaction. Extensions and what belongs to them
     * stay, and so do the journal's runs with the target's stamp.
     *
     * @param otherSchemas whether other schemas of this user go, too; not those that have a history of their own
     * @param limits of each single drop
     * @return how many objects were named for dropping
     * @throws SqlFailure when one of them is somebody else's, or its lock was not got in time; nothing is dropped then
     */
    int wipe(DeploySession session, boolean otherSchemas, StepLimits limits) throws SqlFailure;

    /** Who has a lock on something that would be dropped, in words; empty where nobody can be named. */
    List<String> holders(DeploySession session, boolean otherSchemas);
}
