package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import liquibase.ChecksumVersion;
import liquibase.Scope;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.database.core.MySQLDatabase;
import liquibase.database.core.PostgresDatabase;
import liquibase.parser.core.yaml.YamlChangeLogParser;
import liquibase.resource.DirectoryResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChecksumsTest {
    private static final String TABLE = "createTable: {tableName: a, columns: [{column: {name: id, type: int}}]}";

    @TempDir
    Path folder;

    private final Checksums checksums = new Checksums(new PostgresDatabase());

    @ParameterizedTest
    @EnumSource(names = {"V7", "V8", "V9"})
    void everyVersionIsUnderstoodInAnyOrder(ChecksumVersion version) throws Exception {
        for (String change : List.of("sql: {sql: \"SELECT 1\"}", TABLE, "tagDatabase: {tag: x}")) {
            String stored = read(change).generateCheckSum(version).toString();
            ChangeSet original = read(change);
            checksums.current(original);

            assertThat(stored).startsWith(version.getVersion() + ":");
            assertThat(checksums.accepts(original, stored)).as(change).isTrue();
            assertThat(checksums.accepts(original, version.getVersion() + ":0123456789abcdef0123456789abcdef"))
                    .isFalse();
            assertThat(checksums.accepts(original, checksums.current(original))).isTrue();
        }
    }

    @Test
    void noneIsAny() throws Exception {
        assertThat(checksums.accepts(read(TABLE), null)).isTrue();
        assertThat(checksums.accepts(read(TABLE), " ")).isTrue();
    }

    @Test
    void changesOfOtherDatabasesDoNotCount() throws Exception {
        String two = "sql: {sql: \"SELECT 1\"}\n    - sql: {sql: \"SELECT 2\", dbms: mysql}";

        assertThat(checksums.current(read(two))).isEqualTo(checksums.current(read("sql: {sql: \"SELECT 1\"}")));
        assertThat(new Checksums(new MySQLDatabase()).current(read(two))).isNotEqualTo(checksums.current(read(two)));
        String stock = Scope.child(
                Map.of(Scope.Attr.database.name(), new PostgresDatabase()),
                () -> read(two).generateCheckSum(ChecksumVersion.latest()).toString());
        assertThat(checksums.current(read(two))).isEqualTo(stock);
    }

    private ChangeSet read(String change) throws Exception {
        Files.writeString(
                folder.resolve("a.yaml"),
                "databaseChangeLog:\n- changeSet:\n    id: 1\n    author: me\n    changes:\n    - " + change + "\n");
        return new YamlChangeLogParser()
                .parse("a.yaml", new ChangeLogParameters(), new DirectoryResourceAccessor(folder))
                .getChangeSets()
                .get(0);
    }
}
