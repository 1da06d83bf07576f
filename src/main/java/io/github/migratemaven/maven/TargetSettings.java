package io.github.migratemaven.maven;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds the target's address: {@code migrate.url}, then {@code DIRECT_URL}, then {@code DATABASE_URL}, then libpq's
 * variables. Files such as {@code .env} are not read. A variable that is blank counts as not set, as pipelines set those of a
 * missing secret.
 */
public final class TargetSettings {
    /** Other libpq variables do not make an address: build machines come with a PGUSER or PGDATA that nobody chose. */
    private static final List<String> NAMES_A_SERVER = List.of("PGSERVICE", "PGHOST", "PGHOSTADDR");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{[^{}]+}");

    private final BuildValues values;

    public TargetSettings(BuildValues values) {
        this.values = values;
    }

    /** @throws MigrateException {@code no-target} where no place has an address; else as {@link #find} */
    public RawTarget require() {
        Optional<RawTarget> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        throw new MigrateException(Failure.InvalidInput.of(
                "no-target",
                "No database is named: migrate.url is not given, and neither DIRECT_URL, DATABASE_URL nor"
                        + " PGHOST is set",
                "Set -Dmigrate.url=jdbc:postgresql://host:5432/database or DATABASE_URL, or use the"
                        + " project's own server with -Dmigrate.embedded=true."));
    }

    /** @throws MigrateException {@code unresolved-placeholder} for a user, password or server id that nothing replaced */
    public Optional<RawTarget> find() {
        Optional<RawTarget> explicit = explicit();
        return explicit.isPresent() ? explicit : environment();
    }

    /** From {@code migrate.url} only: what wins over a project's own files. */
    public Optional<RawTarget> explicit() {
        return ofUrl(values.find("url"));
    }

    /** From the environment only. */
    public Optional<RawTarget> environment() {
        for (String name : List.of("DIRECT_URL", "DATABASE_URL")) {
            if (values.variable(name).isPresent()) {
                return ofUrl(values.variable(name));
            }
        }
        for (String name : NAMES_A_SERVER) {
            if (values.variable(name).isPresent()) {
                return Optional.of(ofLibpq(name));
            }
        }
        return Optional.empty();
    }

    /** The same address with {@code migrate.user}, {@code migrate.password} and {@code migrate.serverId} of this build. */
    public RawTarget withCredentials(RawTarget address) {
        Optional<String> given = value("user");
        Optional<String> user = given.isPresent() ? given : address.user();
        boolean sameUser = address.user().isEmpty() || address.user().equals(user);
        Optional<String> password = value("password");
        Optional<String> serverId = value("serverId");
        return new RawTarget(
                address.origin(),
                address.url(),
                address.libpq(),
                user,
                password.isPresent()
                        ? Optional.of(new Secret(password.get()))
                        : sameUser ? address.password() : Optional.empty(),
                serverId.isPresent() ? serverId : address.serverId());
    }

    private Optional<RawTarget> ofUrl(Optional<BuildValues.Found> url) {
        if (url.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(withCredentials(new RawTarget(
                url.get().origin(),
                Optional.of(new Secret(url.get().value())),
                libpq(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty())));
    }

    private RawTarget ofLibpq(String name) {
        return withCredentials(
                new RawTarget(name, Optional.empty(), libpq(), Optional.empty(), Optional.empty(), Optional.empty()));
    }

    private Map<String, String> libpq() {
        Map<String, String> variables = new TreeMap<>();
        for (Map.Entry<String, String> variable : values.environment().entrySet()) {
            if (variable.getKey().startsWith("PG")) {
                variables.put(variable.getKey(), variable.getValue());
            }
        }
        return variables;
    }

    /** An unset ${env.X} stays as it is in a POM: as a password it would only be "wrong" and lock an account. */
    private Optional<String> value(String name) {
        Optional<BuildValues.Found> found = values.find(name);
        if (found.isPresent() && PLACEHOLDER.matcher(found.get().value()).matches()) {
            throw new MigrateException(Failure.InvalidInput.of(
                    "unresolved-placeholder",
                    "The value of " + found.get().origin() + " is a placeholder that nothing replaced",
                    "Set the property or environment variable that it names."));
        }
        return found.isPresent() ? Optional.of(found.get().value()) : Optional.empty();
    }
}
