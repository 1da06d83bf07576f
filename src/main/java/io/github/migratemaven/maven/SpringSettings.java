package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a Spring Boot application says about its own migrations, read only when asked for ({@code migrate.spring}). Names and
 * precedence are those of Spring Boot's LiquibaseAutoConfiguration: {@code spring.liquibase.url} over
 * {@code spring.datasource.url}, and a {@code spring.liquibase.user} for the data source's address too.
 *
 * @param target empty where the files give no URL; its origin names file and property
 * @param changelog relative to the resource root, without {@code classpath:}
 * @param historySchema where {@code databasechangelog} is, when it is not the default schema
 * @param parameters changelog parameters
 */
public record SpringSettings(
        Optional<RawTarget> target,
        Optional<String> changelog,
        Optional<String> defaultSchema,
        Optional<String> historySchema,
        Optional<String> contexts,
        Optional<String> labels,
        Map<String, String> parameters,
        List<String> files) {
    private static final String LIQUIBASE = "spring.liquibase.";
    private static final String DATASOURCE = "spring.datasource.";

    public SpringSettings {
        parameters = Map.copyOf(parameters);
        files = List.copyOf(files);
    }

    /**
     * @param root the project's directory
     * @param resources the resource root, usually {@code src/main/resources}
     * @param profiles the active profiles, the strongest last; empty = as Spring would find them
     * @throws MigrateException {@code bad-spring-configuration}, {@code unresolved-placeholder}
     */
    public static SpringSettings read(
            Path root, Path resources, List<String> profiles, Map<String, String> environment) {
        SpringConfiguration spring = SpringConfiguration.read(root, resources, profiles, environment);
        return new SpringSettings(
                target(spring),
                text(spring, "change-log").map(SpringSettings::relative),
                text(spring, "default-schema"),
                text(spring, "liquibase-schema"),
                text(spring, "contexts"),
                text(spring, "label-filter").or(() -> text(spring, "labels")),
                spring.below(LIQUIBASE + "parameters"),
                spring.files());
    }

    /** @throws MigrateException {@code no-spring-url} */
    public RawTarget requireTarget() {
        return target.orElseThrow(() -> new MigrateException(Failure.InvalidInput.of(
                "no-spring-url",
                "Spring's configuration has neither spring.liquibase.url nor spring.datasource.url ("
                        + (files.isEmpty() ? "no application.properties or .yml was found" : String.join(", ", files))
                        + ")",
                "Name the profile that has it with migrate.springProfiles, or give migrate.url.")));
    }

    private static Optional<RawTarget> target(SpringConfiguration spring) {
        Optional<SpringConfiguration.Value> own = value(spring, LIQUIBASE + "url");
        String name = own.isPresent() ? LIQUIBASE + "url" : DATASOURCE + "url";
        Optional<SpringConfiguration.Value> user = value(spring, LIQUIBASE + "user");
        // An own user has an own password: Spring Boot takes both from the same place.
        String login = own.isPresent() || user.isPresent() ? LIQUIBASE : DATASOURCE;
        return own.or(() -> value(spring, name))
                .map(url -> new RawTarget(
                        url.variable() ? url.file() : name + " in " + url.file(),
                        Optional.of(new Secret(url.text())),
                        Map.of(),
                        user.or(() -> value(spring, DATASOURCE + "username").filter(any -> login.equals(DATASOURCE)))
                                .map(SpringConfiguration.Value::text),
                        value(spring, login + "password").map(password -> secret(login + "password", password)),
                        Optional.empty()));
    }

    /** Jasypt's form: as a password it would only be wrong. */
    private static Secret secret(String name, SpringConfiguration.Value value) {
        if (value.text().startsWith("ENC(")) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "undecryptable-password",
                    "The value of " + name + " in " + value.file() + " is encrypted with Jasypt",
                    "Give the password as migrate.password or by migrate.serverId."));
        }
        return new Secret(value.text());
    }

    private static Optional<SpringConfiguration.Value> value(SpringConfiguration spring, String name) {
        return spring.find(name).filter(value -> !value.text().isBlank());
    }

    private static Optional<String> text(SpringConfiguration spring, String name) {
        return value(spring, LIQUIBASE + name).map(SpringConfiguration.Value::text);
    }

    private static String relative(String changelog) {
        String path = changelog.startsWith("classpath:") ? changelog.substring("classpath:".length()) : changelog;
        return path.startsWith("/") ? path.substring(1) : path;
    }

    @Override
    public String toString() {
        return "Spring settings of " + String.join(", ", files);
    }
}
