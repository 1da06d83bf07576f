package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.ServerFacts;
import io.github.migratemaven.model.Target;

/** The servers and sessions that a goal will not work on, each with its reason and its cure. */
final class Refusals {
    /** Older ones are past their end of life; newer ones have not been tried. */
    static final int OLDEST = 13;

    private final Target target;
    private final OpenedServer opened;

    Refusals(Target target, OpenedServer opened) {
        this.target = target;
        this.opened = opened;
    }

    /** What even a reading goal needs. */
    void checkReadable() {
        ServerFacts facts = opened.facts();
        if (facts.major() < OLDEST) {
            refuse(
                    "unsupported-server",
                    target.display() + " runs PostgreSQL " + facts.version(),
                    "Supported are PostgreSQL " + OLDEST + " and newer: upgrade the server.");
        }
        if (facts.schema() == null) {
            refuse(
                    "no-schema",
                    target.display() + ": no schema of the search_path of user \"" + facts.user() + "\" exists",
                    "Name one with -Dmigrate.schema=…, or create it: CREATE SCHEMA public;");
        }
        if (!opened.mayUseSchema()) {
            refusePrivilege("USAGE on schema " + schema(), "GRANT USAGE ON SCHEMA " + schema() + " TO " + user() + ";");
        }
        if (!opened.mayReadHistory()) {
            refusePrivilege(
                    "SELECT on the history tables",
                    "GRANT SELECT ON ALL TABLES IN SCHEMA " + schema() + " TO " + user() + ";");
        }
    }

    /** What becomes of a connection through a pooler. */
    enum Pooler {
        ALLOWED,
        /** Unless it is allowed. */
        REFUSED,
        /** Allowed or not. */
        USELESS
    }

    /** What a deploy needs on top of it. */
    void checkWritable(Pooler pooler) {
        if (opened.standby()) {
            refuse(
                    "standby",
                    target.display() + " is a standby: it replays the primary and takes no changes",
                    "Point " + target.origin()
                            + " at the primary, or add targetServerType=primary to a URL with several" + " hosts.");
        }
        if (!opened.writable()) {
            refuse(
                    "read-only",
                    target.display() + " is read-only: default_transaction_read_only is on for user " + user(),
                    "If that is not meant: ALTER DATABASE "
                            + Sql.identifier(opened.facts().database())
                            + " RESET default_transaction_read_only; (or ALTER ROLE … RESET …).");
        }
        if (pooler != Pooler.ALLOWED) {
            checkDirect(pooler == Pooler.REFUSED ? ", or -Dmigrate.allowPooler=true to go without." : ".");
        }
        if (!opened.mayCreateInSchema()) {
            if (opened.facts().schemaExists()) {
                refusePrivilege(
                        "CREATE on schema " + schema(), "GRANT CREATE ON SCHEMA " + schema() + " TO " + user() + ";");
            }
            String database = Sql.identifier(opened.facts().database());
            refusePrivilege(
                    "CREATE on database " + database + ", to make the missing schema " + schema(),
                    "GRANT CREATE ON DATABASE " + database + " TO " + user() + ";");
        }
        checkTable(opened.mayWriteHistory(), "SELECT, INSERT, UPDATE", HistoryTable.NAME);
        checkTable(
                opened.mayWriteJournal(),
                "SELECT, INSERT, UPDATE, DELETE",
                JournalTables.RUN + ", " + JournalTables.STEP);
    }

    private void checkTable(boolean may, String privileges, String tables) {
        if (!may) {
            String qualified = String.join(
                    ", ",
                    java.util.Arrays.stream(tables.split(", "))
                            .map(t -> schema() + "." + t)
                            .toList());
            refusePrivilege(
                    privileges + " on " + qualified,
                    "GRANT " + privileges + " ON " + qualified + " TO " + user() + ";");
        }
    }

    /** Behind a transaction pooler a session lock protects nothing: two clients hold the "same" one. */
    private void checkDirect(String otherwise) {
        String sign = opened.isOtherBackEnd()
                ? "another back end answers than the one that was connected to"
                : target.poolerSign().orElse(null);
        if (sign != null) {
            refuse(
                    "pooler",
                    target.display() + " is a connection pooler (" + sign
                            + "), where the lock against a second deploy does not hold",
                    "Set DIRECT_URL to the database's direct address" + otherwise);
        }
    }

    private void refusePrivilege(String privilege, String grant) {
        refuse(
                "missing-privilege",
                "user " + user() + " lacks " + privilege + " in " + target.display(),
                "Run as the owner: " + grant);
    }

    private String user() {
        return Sql.identifier(opened.facts().user());
    }

    private String schema() {
        return Sql.identifier(opened.facts().schema());
    }

    private static void refuse(String code, String message, String hint) {
        throw new MigrateException(Failure.Refused.of(code, message, hint));
    }
}
