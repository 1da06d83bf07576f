package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingConditionsTest {
    @TempDir
    private Path folder;

    @Test
    void anotherJarOfTheProgramIsAnotherCondition() throws IOException {
        List<String> before = conditions("liquibase-core-4.33.0.jar", "postgresql-42.7.7.jar");

        assertThat(conditions("liquibase-core-4.33.0.jar", "postgresql-42.7.7.jar"))
                .isEqualTo(before);
        assertThat(conditions("liquibase-core-4.34.0.jar", "postgresql-42.7.7.jar"))
                .isNotEqualTo(before);
        assertThat(conditions("liquibase-core-4.33.0.jar", "postgresql-42.7.7.jar", "extension-1.jar"))
                .isNotEqualTo(before);
    }

    /** They join the realm when one of a build's goals needs them: what that build leaves is looked at by builds without them. */
    @Test
    void librariesThatAreFetchedOnDemandAreNone() throws IOException {
        Properties libraries = new Properties();
        try (InputStream stream =
                getClass().getResourceAsStream("/io/github/migratemaven/maven/libraries.properties")) {
            libraries.load(stream);
        }
        List<String> jars = new ArrayList<>(List.of("liquibase-core-4.33.0.jar"));
        List<String> before = conditions("liquibase-core-4.33.0.jar");
        for (String name : libraries.stringPropertyNames()) {
            for (String artifact : libraries.getProperty(name).split("\\s+")) {
                jars.add(artifact.split(":")[1] + "-" + artifact.split(":")[2] + ".jar");
            }
        }

        assertThat(jars).hasSizeGreaterThan(4);
        assertThat(conditions(jars.toArray(String[]::new))).isEqualTo(before);
    }

    private List<String> conditions(String... jars) throws IOException {
        List<URL> urls = new ArrayList<>();
        for (String jar : jars) {
            urls.add(Files.writeString(folder.resolve(jar), jar).toUri().toURL());
        }
        try (URLClassLoader program = new URLClassLoader(urls.toArray(URL[]::new), null);
                URLClassLoader project = new URLClassLoader(new URL[0], program)) {
            return new ReadingConditions(new ChangelogRequest(
                            "master.sql", List.of(folder), folder, project, "", "", Map.of(), Optional.empty()))
                    .lines(List.of());
        }
    }
}
