package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.SeedFile;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What the seed's SQL does on a server. */
@ExtendWith(TestDatabases.class)
class SeedRowsTest {
    @TempDir
    Path folder;

    private TestDatabase database;
    private TestProject project;

    @BeforeEach
    void aShop(TestDatabase fresh) {
        database = fresh;
        project = new TestProject(folder, fresh)
                .claim(new EnvironmentClaim(Optional.of(Environment.DEVELOPMENT), false, false, Optional.empty()))
                .changeset(
                        "shop",
                        "CREATE TABLE \"Item\" (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, \"Name\" text NOT NULL, n int)",
                        "CREATE TABLE plain (a int, b text)",
                        "CREATE SCHEMA stock",
                        "CREATE TABLE stock.place (room int, shelf int, note text, PRIMARY KEY (room, shelf))");
        assertThat(project.deploy().error()).isEmpty();
    }

    @Test
    void csvRowsComeIncludingQuotesLineEndsAndNulls() {
        Outcome seeded = project.seed(file("010-Item.csv", "id,Name,n\n7,\"a, \"\"b\"\"\nc\",\n8,,3\n9,\"\",4\n", "1"));

        // COPY's CSV: nothing is NULL, and Name must not be.
        assertThat(seeded.error().orElseThrow().message()).contains("null value in column \"Name\"");
        assertThat(database.query("SELECT * FROM \"Item\"")).isEmpty();

        assertThat(project.seed(file("010-Item.csv", "id,Name,n\n7,\"a, \"\"b\"\"\nc\",\n9,\"\",4\n", "2"))
                        .error())
                .isEmpty();
        assertThat(database.query("SELECT id, \"Name\", n IS NULL FROM \"Item\" ORDER BY 1"))
                .containsExactly("7|a, \"b\"\nc|t", "9||f");
    }

    @Test
    void aNewContentBringsRowsUpToDateByTheirKeyAndTouchesNoOthers() {
        project.seed(file("stock.place.csv", "room,shelf,note\n1,1,old\n1,2,stays\n", "1"));
        database.execute("INSERT INTO stock.place VALUES (9, 9, 'mine')");

        assertThat(project.seed(file("stock.place.csv", "note,shelf,room\nnew,1,1\nmore,3,1\n", "2"))
                        .error())
                .isEmpty();

        assertThat(database.query("SELECT * FROM stock.place ORDER BY 1, 2"))
                .containsExactly("1|1|new", "1|2|stays", "1|3|more", "9|9|mine");
        assertThat(database.query("SELECT name, checksum, row_count FROM migrate_seed"))
                .containsExactly("stock.place.csv|2|2");
    }

    @Test
    void theSameContentRunsOnce() {
        SeedFile rows = file("plain.csv", "a,b\n1,x\n", "1");
        project.seed(rows);
        project.seed(rows);

        assertThat(database.query("SELECT * FROM plain")).containsExactly("1|x");
    }

    @Test
    void theNextRowOfTheApplicationGetsANumberOfItsOwn() {
        project.seed(file("Item.csv", "id,Name\n41,a\n7,b\n", "1"));

        assertThat(database.value("INSERT INTO \"Item\" (\"Name\") VALUES ('c') RETURNING id"))
                .isEqualTo("42");
    }

    @Test
    void aFailureLeavesNothingOfAnyFile() {
        Outcome failed = project.seed(
                file("010-plain.sql", "INSERT INTO plain VALUES (1, 'kept?')", "1"),
                file("020-plain.csv", "a,b\nx,y\n", "2"));

        Failure failure = failed.error().orElseThrow();
        assertThat(failure.message()).contains("invalid input syntax for type integer: \"x\"");
        assertThat(failure.toString()).contains("020-plain.csv");
        assertThat(database.query("SELECT * FROM plain")).isEmpty();
        assertThat(database.value("SELECT to_regclass('migrate_seed') IS NULL")).isEqualTo("t");
    }

    @Test
    void whereTheirTableCannotBeMadeTheServersReasonIsTold() {
        database.execute("CREATE TYPE migrate_seed AS ENUM ('taken')");

        Outcome failed = project.seed(file("plain.sql", "INSERT INTO plain VALUES (1, 'a')", "1"));

        assertThat(failed.error().orElseThrow().message()).contains("\"migrate_seed\" already exists");
        assertThat(database.query("SELECT state FROM migrate_run WHERE goal = 'seed'"))
                .containsExactly("failed");
    }

    @Test
    void aFileThatEndsTheTransactionIsRefused() {
        Outcome failed = project.seed(file("plain.sql", "INSERT INTO plain VALUES (1, 'a'); COMMIT", "1"));

        assertThat(failed.error().orElseThrow().message()).contains("take out BEGIN, COMMIT and ROLLBACK");
    }

    private static SeedFile file(String name, String text, String checksum) {
        return new SeedFile(name, "src/main/database/seed/" + name, text, checksum);
    }
}
