package io.github.migratemaven.port;

import io.github.migratemaven.model.SeedFile;
import java.util.List;
import java.util.Map;

/** The table {@code migrate_seed}, which says what has been seeded, and what fills the application's tables. */
public interface SeedTable {
    /** Checksum by name of what has been seeded; empty where nothing has. */
    Map<String, String> seeded(Session session);

    /**
     * Runs files in their order, all in one transaction together with what is recorded of them.
     *
     * @param runId of the journal
     * @return how many rows each wrote; -1 where that cannot be told
     * @throws SqlFailure whose {@link SqlFailure#statement} is the file's index; nothing of any file is left then
     */
    List<Long> run(DeploySession session, List<SeedFile> files, String runId) throws SqlFailure;
}
