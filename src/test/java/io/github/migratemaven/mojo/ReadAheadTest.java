package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import io.github.migratemaven.testing.TestProject;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As a writer of changesets uses it: it looks, writes a file, and looks again. */
@ExtendWith(TestDatabases.class)
class ReadAheadTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsWrittenAfterTheFirstLookIsInAllLaterOnes(boolean begun, TestDatabase database) {
        TestProject project = new TestProject(folder, database).empty().changeset("1", "CREATE TABLE a (id int)");
        try (SharedReading shared = new SharedReading(project.reader())) {
            ReadAhead ahead = new ReadAhead(project.reader(), shared);
            if (begun) {
                ahead.begin();
            }

            assertThat(ids(ahead)).containsExactly("1");
            project.changeset("2", "CREATE TABLE b (id int)");

            assertThat(ids(ahead)).containsExactly("1", "2");
            assertThat(ids(shared)).containsExactly("1", "2");
        }
    }

    private static List<String> ids(ChangelogReader reader) {
        try (LoadedChangelog loaded = reader.read()) {
            return loaded.changelog().changesets().stream()
                    .map(Changeset::identity)
                    .map(identity -> identity.id())
                    .toList();
        }
    }
}
