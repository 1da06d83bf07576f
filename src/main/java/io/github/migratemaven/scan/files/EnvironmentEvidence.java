package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Evidence;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What the variables that are set for a command say about its database. */
public final class EnvironmentEvidence {
    private static final Set<String> MODES = Set.of(
            "NODE_ENV",
            "RAILS_ENV",
            "RACK_ENV",
            "APP_ENV",
            "MIX_ENV",
            "DJANGO_ENV",
            "FLASK_ENV",
            "ENVIRONMENT",
            "SPRING_PROFILES_ACTIVE",
            "QUARKUS_PROFILE",
            "MICRONAUT_ENVIRONMENTS",
            "ASPNETCORE_ENVIRONMENT");

    private EnvironmentEvidence() {}

    /** What a value says about where a database is. */
    private enum Place {
        /** This machine, memory, or a database with a test's name. */
        THROWAWAY,
        /** An expression that the file itself explains elsewhere, or no address at all. */
        NEUTRAL,
        /** A secret, an unknown, another machine. */
        ELSEWHERE
    }

    /** {@code RAILS_ENV=test} and its like. */
    public static Set<Evidence> mode(Map<String, String> environment) {
        for (String name : MODES) {
            String value = environment.getOrDefault(name, "").toLowerCase(Locale.ROOT);
            if (value.equals("test") || value.equals("testing")) {
                return Set.of(Evidence.TEST);
            }
        }
        return Set.of();
    }

    /**
     * Of a job that runs on a machine of its own.
     *
     * @param services names of the job's own services
     * @param database whether one of them is a database
     */
    public static Set<Evidence> database(Map<String, String> environment, Set<String> services, boolean database) {
        boolean throwaway = false;
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            if (isAddress(variable.getKey(), variable.getValue())) {
                Place place = place(variable.getValue(), services, database);
                if (place == Place.ELSEWHERE) {
                    return Set.of();
                }
                throwaway |= place == Place.THROWAWAY;
            }
        }
        return throwaway || database ? Set.of(Evidence.THROWAWAY_DATABASE) : Set.of();
    }

    /** Whether an image's name is a database's. */
    public static boolean isDatabase(String image) {
        String name = image.toLowerCase(Locale.ROOT);
        for (String database : new String[] {
            "postg",
            "pgvector",
            "timescale",
            "mysql",
            "mariadb",
            "mssql",
            "cockroach",
            "mongo",
            "libsql",
            "percona",
            "oracle"
        }) {
            if (name.contains(database)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAddress(String name, String value) {
        String key = name.toUpperCase(Locale.ROOT);
        boolean address = key.endsWith("URL")
                || key.endsWith("URI")
                || key.endsWith("HOST")
                || key.endsWith("HOSTNAME")
                || key.endsWith("HOSTADDR")
                || key.endsWith("DSN")
                || key.contains("CONNECTION")
                || key.endsWith("SERVER");
        boolean database = key.contains("DATABASE")
                || key.contains("DB")
                || key.startsWith("PG")
                || key.contains("POSTGRES")
                || key.contains("SQL")
                || key.contains("MARIA")
                || key.contains("MONGO")
                || key.contains("DATASOURCE")
                || key.contains("DIRECT")
                || key.contains("JDBC")
                || key.contains("DSN")
                || key.contains("FLYWAY")
                || key.contains("LIQUIBASE")
                || key.contains("CONNECTION")
                || value.startsWith("jdbc:")
                || value.startsWith("postgres");
        // Laravel's DB_CONNECTION is the name of a driver.
        return address && database && !key.equals("DB_CONNECTION");
    }

    private static Place place(String written, Set<String> services, boolean database) {
        String value = written.strip().toLowerCase(Locale.ROOT);
        if (value.isEmpty()) {
            return Place.NEUTRAL;
        }
        if (value.contains("secrets.") || value.contains("vars.") || value.contains("from_secret")) {
            return Place.ELSEWHERE;
        }
        if (isLocal(value) || services.stream().anyMatch(service -> isHost(value, service.toLowerCase(Locale.ROOT)))) {
            return Place.THROWAWAY;
        }
        boolean expression = value.contains("$");
        if (expression) {
            return database ? Place.NEUTRAL : Place.ELSEWHERE;
        }
        return value.contains("://") || value.contains(".") ? Place.ELSEWHERE : Place.NEUTRAL;
    }

    private static boolean isLocal(String value) {
        return isHost(value, "localhost")
                || isHost(value, "127.0.0.1")
                || isHost(value, "0.0.0.0")
                || isHost(value, "[::1]")
                || isHost(value, "host.docker.internal")
                || value.contains(":memory:")
                || value.contains(":h2:mem")
                || value.contains(":hsqldb:mem")
                || value.contains("mode=memory")
                || isFileOfCheckout(value)
                || isTestDatabase(value);
    }

    /** {@code file:./ci.db}, {@code sqlite:///ci.db}: it comes and goes with what the job has checked out. */
    private static boolean isFileOfCheckout(String value) {
        String path = "";
        for (String scheme : new String[] {"jdbc:sqlite:", "jdbc:h2:file:", "sqlite3:", "sqlite:", "file:"}) {
            path = path.isEmpty() && value.startsWith(scheme) ? value.substring(scheme.length()) : path;
        }
        path = path.startsWith("///") ? path.substring(3) : path.startsWith("//") ? path.substring(2) : path;
        return !path.isEmpty() && "/~$".indexOf(path.charAt(0)) < 0 && path.indexOf(':') < 0 && !path.contains("prod");
    }

    private static boolean isHost(String value, String host) {
        if (value.equals(host)) {
            return true;
        }
        int at = value.indexOf(host);
        while (at >= 0) {
            int end = at + host.length();
            char before = at == 0 ? ' ' : value.charAt(at - 1);
            char after = end < value.length() ? value.charAt(end) : '/';
            if ((before == '/' || before == '@' || before == '=') && ":/;,?\"' ".indexOf(after) >= 0) {
                return true;
            }
            at = value.indexOf(host, at + 1);
        }
        return value.startsWith(host + ':');
    }

    /** {@code …/shop_test}: nobody calls what must live so. */
    private static boolean isTestDatabase(String value) {
        int question = value.indexOf('?');
        String path = question < 0 ? value : value.substring(0, question);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return path.contains("://")
                && (name.equals("test")
                        || name.endsWith("_test")
                        || name.endsWith("-test")
                        || name.startsWith("test_")
                        || name.endsWith("_ci"));
    }
}
