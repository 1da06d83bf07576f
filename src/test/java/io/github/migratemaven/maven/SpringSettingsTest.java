package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpringSettingsTest {
    @TempDir
    Path root;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void everyPropertyOfAYamlFileIsRead() {
        file("application.yml", """
                spring:
                  datasource:
                    url: jdbc:postgresql://h/db
                    username: app
                    password: 0123
                  liquibase:
                    change-log: classpath:/db/changelog/main.yaml
                    default-schema: App
                    liquibaseSchema: history
                    contexts: [a, b]
                    label-filter: "!slow"
                    parameters:
                      owner-name: boss
                      Table_Space: fast
                """);
        SpringSettings spring = read();

        assertThat(spring.requireTarget().url()).contains(new Secret("jdbc:postgresql://h/db"));
        assertThat(spring.requireTarget().user()).contains("app");
        assertThat(spring.requireTarget().password()).contains(new Secret("0123"));
        assertThat(spring.requireTarget().origin())
                .isEqualTo("spring.datasource.url in src/main/resources/application.yml");
        assertThat(spring.changelog()).contains("db/changelog/main.yaml");
        assertThat(spring.defaultSchema()).contains("App");
        assertThat(spring.historySchema()).contains("history");
        assertThat(spring.contexts()).contains("a,b");
        assertThat(spring.labels()).contains("!slow");
        assertThat(spring.parameters()).isEqualTo(Map.of("owner-name", "boss", "Table_Space", "fast"));
        assertThat(spring.toString()).doesNotContain("0123");
    }

    @Test
    void theProfilesFileAndDocumentsComeFirst() {
        file("application.yml", """
                spring.datasource.url: jdbc:postgresql://common/db
                spring.datasource.username: common
                ---
                spring.config.activate.on-profile: "prod & !test"
                spring.datasource.username: prod
                ---
                spring.config.activate.on-profile: dev, test
                spring.datasource.username: dev
                """);
        file("application-prod.properties", "spring.datasource.url=jdbc:postgresql://prod/db\n");

        assertThat(read().requireTarget().user()).contains("common");
        assertThat(read("prod").requireTarget().user()).contains("prod");
        assertThat(read("prod").requireTarget().url()).contains(new Secret("jdbc:postgresql://prod/db"));
        assertThat(read("test").requireTarget().user()).contains("dev");
        environment.put("SPRING_PROFILES_ACTIVE", "prod");
        assertThat(read().requireTarget().user()).contains("prod");
    }

    @Test
    void placeholdersAreResolvedFromTheEnvironmentAndTheFilesThemselves() {
        file("application.properties", """
                db.name=shop
                spring.datasource.url=jdbc:postgresql://${DB_HOST:${FALLBACK:localhost}}:${DB_PORT:5432}/${db.name}
                spring.datasource.password=${DB_PASSWORD}
                #---
                spring.config.activate.on-profile=never
                spring.datasource.url=no
                """);
        environment.put("DB_PASSWORD", "zebra7");

        assertThat(read().requireTarget().url()).contains(new Secret("jdbc:postgresql://localhost:5432/shop"));
        assertThat(read().requireTarget().password()).contains(new Secret("zebra7"));
        environment.put("DB_HOST", "h");
        assertThat(read().requireTarget().url()).contains(new Secret("jdbc:postgresql://h:5432/shop"));
        environment.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://variable/db");
        assertThat(read().requireTarget().origin()).isEqualTo("SPRING_DATASOURCE_URL");
    }

    @Test
    void aPlaceholderThatNothingDefinesOrThatRefersToItselfIsRefused() {
        file("application.properties", "spring.datasource.url=jdbc:postgresql://zebra7${DB_HOST}/db\n");
        MigrateException undefined = failure();
        assertThat(undefined.failure().code()).isEqualTo("unresolved-placeholder");
        assertThat(undefined.getMessage())
                .contains("spring.datasource.url in src/main/resources/application.properties")
                .doesNotContain("zebra7");

        file("application.properties", "a=${b}\nb=${a}\nspring.datasource.url=${a}\n");
        assertThat(failure().failure().code()).isEqualTo("unresolved-placeholder");
    }

    @Test
    void liquibasesOwnUrlAndUserComeFirst() {
        file("application.properties", """
                spring.datasource.url=jdbc:postgresql://h/db
                spring.datasource.username=app
                spring.datasource.password=app-password
                spring.liquibase.user=owner
                spring.liquibase.password=zebra7
                """);
        assertThat(read().requireTarget().url()).contains(new Secret("jdbc:postgresql://h/db"));
        assertThat(read().requireTarget().user()).contains("owner");
        assertThat(read().requireTarget().password()).contains(new Secret("zebra7"));

        environment.put("SPRING_LIQUIBASE_URL", "jdbc:postgresql://direct/db");
        assertThat(read().requireTarget().url()).contains(new Secret("jdbc:postgresql://direct/db"));
    }

    @Test
    void withoutAUrlTheFilesThatWereReadAreNamed() {
        MigrateException nothing = catchThrowableOfType(MigrateException.class, () -> read().requireTarget());
        assertThat(nothing.failure().code()).isEqualTo("no-spring-url");
        file("application.yaml", "server.port: 80\n");
        MigrateException other = catchThrowableOfType(MigrateException.class, () -> read().requireTarget());
        assertThat(other.getMessage()).contains("src/main/resources/application.yaml", "migrate.springProfiles");
    }

    @Test
    void aBrokenFileIsRefusedAtItsPlaceWithoutItsText() {
        file("application.yml", "spring:\n  datasource:\n    password: \"zebra7\n");
        MigrateException thrown = failure();
        assertThat(thrown.failure().code()).isEqualTo("bad-spring-configuration");
        assertThat(thrown.getMessage())
                .startsWith("src/main/resources/application.yml:4:")
                .doesNotContain("zebra7");
        assertThat(thrown.getCause()).isNull();
    }

    @Test
    void aPasswordThatOnlyTheApplicationCanDecryptIsRefused() {
        file("application.yml", "spring.datasource: {url: 'jdbc:postgresql://h/db', password: ENC(zebra7)}\n");
        assertThat(failure().failure().code()).isEqualTo("undecryptable-password");
        assertThat(failure().getMessage()).doesNotContain("zebra7");
    }

    private MigrateException failure() {
        return catchThrowableOfType(MigrateException.class, this::read);
    }

    private SpringSettings read(String... profiles) {
        return SpringSettings.read(root, root.resolve("src/main/resources"), List.of(profiles), environment);
    }

    private void file(String name, String text) {
        try {
            Path file = root.resolve("src/main/resources").resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
