package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import liquibase.resource.Resource;
import liquibase.resource.ResourceAccessor.SearchOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@SuppressWarnings("try") // close() may throw anything, says Liquibase
class ProjectResourcesTest {
    @TempDir
    Path folder;

    @Test
    void theFirstPlaceWins() throws Exception {
        write("resources/db/a.sql", "source");
        write("classes/db/a.sql", "copy");

        try (ProjectResources resources = resources()) {
            assertThat(resources.getAll("db/a.sql")).hasSize(1);
            assertThat(text(resources.get("db/a.sql"))).isEqualTo("source");
        }
    }

    @Test
    void theClassPathComesLast() throws Exception {
        write("classes/db/b.sql", "in a jar");

        try (ProjectResources resources = resources()) {
            assertThat(text(resources.get("db/b.sql"))).isEqualTo("in a jar");
            assertThat(resources.getAll("db/none.sql")).isEmpty();
        }
    }

    @Test
    void aSearchFindsEachPathOnce() throws Exception {
        write("resources/db/a.sql", "source");
        write("resources/db/sub/b.sql", "source");
        write("classes/db/a.sql", "copy");
        SearchOptions options = new SearchOptions();
        options.setRecursive(true);

        try (ProjectResources resources = resources()) {
            List<Resource> found = resources.search("db", options);

            assertThat(found).extracting(Resource::getPath).containsExactlyInAnyOrder("db/a.sql", "db/sub/b.sql");
            assertThat(text(found.stream()
                            .filter(r -> r.getPath().equals("db/a.sql"))
                            .findFirst()
                            .orElseThrow()))
                    .isEqualTo("source");
        }
    }

    private ProjectResources resources() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        URLClassLoader loader = new URLClassLoader(new URL[] {classes.toUri().toURL()}, null);
        return new ProjectResources(
                List.of(folder.resolve("resources"), folder.resolve("missing")), loader, new SourceNotes());
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String text(Resource resource) throws IOException {
        try (InputStream in = resource.openInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
