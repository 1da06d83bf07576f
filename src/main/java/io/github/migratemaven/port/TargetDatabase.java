package io.github.migratemaven.port;

/** One database that is deployed to. */
public interface TargetDatabase {
    /**
     * A session that cannot write ({@code default_transaction_read_only=on}).
     *
     * @throws io.github.migratemaven.model.MigrateException with {@code Unreachable} or {@code Refused}
     */
    Session openReadOnly();

    /**
     * A session for a deploy: refuses a pooler, a standby, a read-only database and a missing privilege before anything is
     * written.
     *
     * @param runId goes into {@code application_name}
     * @throws io.github.migratemaven.model.MigrateException with {@code Unreachable} or {@code Refused}
     */
    DeploySession openForDeploy(String runId);

    /**
     * The same for what needs a session that holds the run lock from its first look to its last word: a pooler is refused even where
     * one is allowed.
     */
    DeploySession openDirect(String runId);
}
