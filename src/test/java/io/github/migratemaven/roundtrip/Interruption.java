package io.github.migratemaven.roundtrip;

import io.github.migratemaven.testing.TestDatabase;

/** Makes a deploy break off at a changeset: the database refuses its history row. */
final class Interruption {
    private Interruption() {}

    /** @param row of {@link Contents#history}: the changeset that must not be recorded */
    static void inHistory(TestDatabase database, String row) {
        String[] cells = row.split("\\|");
        database.execute(
                "CREATE SCHEMA interruption; CREATE FUNCTION interruption.refuse() RETURNS trigger LANGUAGE plpgsql AS"
                        + " $$ BEGIN RAISE EXCEPTION 'interrupted'; END $$;"
                        // As Liquibase makes it.
                        + " CREATE TABLE databasechangelog (id varchar(255) NOT NULL, author varchar(255) NOT NULL, filename"
                        + " varchar(255) NOT NULL, dateexecuted timestamp NOT NULL, orderexecuted integer NOT NULL, exectype"
                        + " varchar(10) NOT NULL, md5sum varchar(35), description varchar(255), comments varchar(255), tag"
                        + " varchar(255), liquibase varchar(20), contexts varchar(255), labels varchar(255), deployment_id"
                        + " varchar(10));"
                        + " CREATE TRIGGER refuse BEFORE INSERT ON databasechangelog FOR EACH ROW WHEN (NEW.id = '"
                        + cells[0].replace("'", "''") + "' AND NEW.filename = '" + cells[2] + "')"
                        + " EXECUTE FUNCTION interruption.refuse()");
    }

    static void over(TestDatabase database) {
        database.execute("DROP SCHEMA interruption CASCADE");
    }
}
