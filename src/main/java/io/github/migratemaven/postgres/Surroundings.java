package io.github.migratemaven.postgres;

import java.nio.file.Path;
import java.util.Map;

/**
 * What an address is completed from.
 *
 * @param environment the process's variables: libpq's among them are read
 * @param home where libpq's files are: {@code .pg_service.conf}; {@code %APPDATA%\postgresql} on Windows
 * @param user the operating system's user: libpq's default for the role, and the role's name the one for the database
 */
public record Surroundings(Map<String, String> environment, Path home, String user) {
    public Surroundings {
        environment = Map.copyOf(environment);
    }

    /** Those of this process. */
    public static Surroundings ofProcess(Map<String, String> environment) {
        String roaming = environment.get("APPDATA");
        boolean windows = System.getProperty("os.name").startsWith("Windows") && roaming != null;
        Path home = windows ? Path.of(roaming, "postgresql") : Path.of(System.getProperty("user.home"));
        return new Surroundings(environment, home, System.getProperty("user.name"));
    }

    /** The environment may hold passwords. */
    @Override
    public String toString() {
        return "Surroundings of " + user;
    }
}
