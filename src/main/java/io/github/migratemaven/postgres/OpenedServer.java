package io.github.migratemaven.postgres;

import io.github.migratemaven.model.ServerFacts;
import java.util.Set;

/**
 * The answer to the first question a session asks.
 *
 * @param historyColumns of {@code databasechangelog}; empty = there is no such table
 * @param journal whether both journal tables are there
 * @param writable whether {@code default_transaction_read_only} is off for this role and database
 * @param mayCreateInSchema CREATE on the schema, or on the database where the schema is still missing
 * @param mayWriteHistory SELECT, INSERT and UPDATE on the history table; true where there is none
 * @param mayWriteJournal the same, and DELETE, for the journal
 * @param proxyPid the back end that answered; differs from the driver's behind a pooler
 */
record OpenedServer(
        ServerFacts facts,
        Set<String> historyColumns,
        boolean lockTable,
        boolean journal,
        boolean standby,
        boolean writable,
        boolean mayUseSchema,
        boolean mayCreateInSchema,
        boolean mayWriteHistory,
        boolean mayReadHistory,
        boolean mayWriteJournal,
        int proxyPid) {

    /** Whether somebody stands between: the back end that answers is not the one that was connected to. */
    boolean isOtherBackEnd() {
        return proxyPid != facts.backendPid();
    }

    /** The same server once history and journal are there. */
    OpenedServer prepared(Set<String> columns) {
        ServerFacts now = new ServerFacts(
                facts.major(),
                facts.version(),
                facts.database(),
                facts.user(),
                facts.schema(),
                true,
                facts.backendPid());
        return new OpenedServer(
                now,
                columns,
                true,
                true,
                standby,
                writable,
                mayUseSchema,
                mayCreateInSchema,
                mayWriteHistory,
                mayReadHistory,
                mayWriteJournal,
                proxyPid);
    }
}
