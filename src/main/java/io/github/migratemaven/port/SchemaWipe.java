package io.github.migratemaven.port;

/** Empties a database for its owner, who need not be a superuser. */
public interface SchemaWipe {
    /**
     * Drops every object of the target's schema and empties the history, in one transaction. Extensions and what belongs to them
     * stay, and so do the journal's runs with the target's stamp.
     *
     * @param otherSchemas whether other schemas of this user go, too; not those that have a history of their own
     * @return how many objects were named for dropping
     * @throws SqlFailure when one of them is somebody else's; nothing is dropped then
     */
    int wipe(DeploySession session, boolean otherSchemas) throws SqlFailure;
}
