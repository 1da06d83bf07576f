package io.github.migratemaven.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryPathsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "db/changelog/a.sql",
                "/db/changelog/a.sql",
                "./db/changelog/a.sql",
                "././db/changelog/a.sql",
                "db\\changelog\\a.sql",
                "classpath:db/changelog/a.sql",
                "classpath:/db/changelog/a.sql",
                "classpath*:db/changelog/a.sql",
                "src/main/resources/db/changelog/a.sql",
                "./src/main/resources/db/changelog/a.sql",
                "src\\main\\resources\\db\\changelog\\a.sql",
                "src/test/resources/db/changelog/a.sql",
                "target/classes/db/changelog/a.sql",
                "BOOT-INF/classes/db/changelog/a.sql",
                "app/src/main/resources/db/changelog/a.sql",
                "/home/ci/build/app/src/main/resources/db/changelog/a.sql",
                "file:/home/ci/app/target/classes/db/changelog/a.sql",
                "C:\\build\\app\\src\\main\\resources\\db\\changelog\\a.sql"
            })
    void everySpellingIsTheSameFile(String spelling) {
        assertThat(HistoryPaths.normalized(spelling)).isEqualTo("db/changelog/a.sql");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"db/a.sql", "sources/main/resources.sql", "resources.sql", "a.sql", "my-target/classes.sql"})
    void aPathWithoutARootStaysAsItIs(String path) {
        assertThat(HistoryPaths.normalized(path)).isEqualTo(path);
    }

    @Test
    void aFolderCalledResourcesBelowTheRootIsPartOfThePath() {
        assertThat(HistoryPaths.normalized("src/main/resources/db/resources/a.sql"))
                .isEqualTo("db/resources/a.sql");
    }
}
