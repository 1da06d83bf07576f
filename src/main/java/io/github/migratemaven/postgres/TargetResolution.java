package io.github.migratemaven.postgres;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.model.Target.HostPort;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An address made complete: what the build gives explicitly, then the URL, then the connection service it names, then libpq's
 * variables for what is still open.
 *
 * @param warnings sentences for people; none holds a value
 */
public record TargetResolution(Target target, List<String> warnings) {
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /** Those that have a place of their own in {@link Target}, or are used up here. */
    private static final Set<String> NOT_FOR_THE_DRIVER = Set.of(
            "host",
            "hostaddr",
            "port",
            "dbname",
            "user",
            "password",
            "service",
            "passfile",
            "schema",
            "connect_timeout");

    /** What was given beside the address: {@code migrate.user} or a settings.xml server, {@code migrate.schema}. */
    public record Overrides(Optional<String> user, Optional<Secret> password, Optional<String> schema) {
        public static final Overrides NONE = new Overrides(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** @throws MigrateException {@code bad-url}, {@code unsupported-url}, {@code no-service}, {@code bad-service-file} */
    public static TargetResolution resolve(
            ConnectionParameters address, Overrides overrides, Surroundings surroundings) {
        ConnectionParameters all = complete(address, overrides, surroundings);
        List<HostPort> hosts = TargetHosts.of(all);
        String user = all.get("user").orElse(surroundings.user());
        String database = all.get("dbname").orElse(user);
        Optional<String> password = all.get("password");
        boolean otherSchema = overrides.schema().isPresent();
        Target target = new Target(
                hosts,
                database,
                all.get("user"),
                password.isPresent()
                        ? Optional.of(new Secret(password.get()))
                        : passwordFile(all, hosts, database, user),
                otherSchema ? overrides.schema() : all.get("schema"),
                properties(all, otherSchema),
                connectTimeout(all),
                all.origin(),
                all.poolerSign().isPresent() ? all.poolerSign() : PoolerSign.of(hosts));
        return new TargetResolution(target, all.warnings());
    }

    private static ConnectionParameters complete(
            ConnectionParameters address, Overrides overrides, Surroundings surroundings) {
        ConnectionParameters given = address;
        if (address.get("service").isPresent()) {
            ConnectionParameters service =
                    ServiceFile.find(address.get("service").get(), surroundings, address.problem());
            given = address.servicesWin() ? service.orElse(address) : address.orElse(service);
        }
        ConnectionParameters login = login(given, overrides);
        ConnectionParameters variables = LibpqVariables.complements(surroundings.environment());
        return login.orElse(ofOther(variables, login.get("user")) ? variables.without("password") : variables);
    }

    private static Optional<Secret> passwordFile(
            ConnectionParameters all, List<HostPort> hosts, String database, String user) {
        Optional<String> file = all.get("passfile");
        return file.isPresent() ? PasswordFile.find(Path.of(file.get()), hosts, database, user) : Optional.empty();
    }

    private static ConnectionParameters login(ConnectionParameters given, Overrides overrides) {
        ConnectionParameters result = ofOther(given, overrides.user()) ? given.without("password") : given;
        if (overrides.user().isPresent()) {
            result = result.with("user", overrides.user().get());
        }
        return overrides.password().isPresent()
                ? result.with("password", overrides.password().get().reveal())
                : result;
    }

    /** The password of one user is never sent for another. */
    private static boolean ofOther(ConnectionParameters parameters, Optional<String> user) {
        return user.isPresent()
                && parameters.get("user").isPresent()
                && !parameters.get("user").equals(user);
    }

    private static Map<String, String> properties(ConnectionParameters all, boolean otherSchema) {
        Map<String, String> properties = new HashMap<>(all.values());
        properties.keySet().removeAll(NOT_FOR_THE_DRIVER);
        String path = properties.get("currentSchema");
        if (path != null && (otherSchema || !SearchPath.namesSeveral(path))) {
            properties.remove("currentSchema");
        }
        return properties;
    }

    /** libpq's: seconds, 0 or less = wait for ever (PostgreSQL manual 34.1.2). */
    private static Duration connectTimeout(ConnectionParameters all) {
        String text = all.get("connect_timeout").orElse("").strip();
        if (text.isEmpty()) {
            return CONNECT_TIMEOUT;
        }
        if (!text.matches("-?[0-9]{1,6}")) {
            throw all.problem()
                    .bad("gives the connect timeout a value that is no number of seconds", "Write connect_timeout=10.");
        }
        return Duration.ofSeconds(Math.max(0, Integer.parseInt(text)));
    }
}
