package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Whether a command names a server that is not the developer's own. Who typed such a line meant that server, so that "only a
 * developer runs it" excuses nothing.
 */
final class RemoteTarget {
    /** Run what is behind them on another machine, or in an application of a platform. */
    private static final Set<String> PLATFORMS = Set.of(
            "ssh",
            "autossh",
            "gcloud",
            "aws",
            "az",
            "cf",
            "eb",
            "heroku run",
            "heroku run:detached",
            "fly",
            "flyctl",
            "fly ssh",
            "fly machine run",
            "flyctl machine run",
            "railway ssh",
            "scalingo run",
            "platform ssh",
            "kamal app exec");

    /** Programs that know no local database. */
    private static final Set<String> CLOUD_ONLY = Set.of("heroku", "turso");

    private static final Set<String> SWITCHES = Set.of("--remote", "--linked");
    private static final Set<String> HOST_OPTIONS = Set.of("-h", "--host", "--hostname", "-S");
    private static final Set<String> HOST_VARIABLES =
            Set.of("PGHOST", "DB_HOST", "DATABASE_HOST", "POSTGRES_HOST", "MYSQL_HOST");
    private static final Set<String> CLUSTER_OPTIONS = Set.of("-n", "--namespace", "--context", "--cluster");
    private static final Set<String> PRODUCTION = Set.of("prod", "production", "live", "staging", "stage");

    private static final List<String> CLOUDS = List.of(
            ".amazonaws.com",
            ".neon.tech",
            ".supabase.co",
            ".supabase.com",
            ".azure.com",
            ".database.windows.net",
            ".render.com",
            ".railway.app",
            ".rlwy.net",
            ".psdb.cloud",
            ".aivencloud.com",
            ".ondigitalocean.com",
            ".cockroachlabs.cloud",
            ".timescale.com",
            ".turso.io",
            ".fly.dev",
            ".flycast");

    /** Ends of names that mean this machine, or one beside it. */
    private static final List<String> NEARBY =
            List.of(".local", ".localhost", ".localdomain", ".internal", ".test", ".svc", ".lan");

    private RemoteTarget() {}

    static boolean in(Command command) {
        List<String> words = command.words().stream().map(Word::text).toList();
        if (command.wrappers().stream().anyMatch(PLATFORMS::contains)
                || words.stream().anyMatch(SWITCHES::contains)
                || CLOUD_ONLY.contains(words.get(0))
                || inProductionCluster(command)) {
            return true;
        }
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            int equals = word.startsWith("-") ? word.indexOf('=') : -1;
            String value = equals > 0 ? word.substring(equals + 1) : word;
            boolean host = equals > 0
                    ? HOST_OPTIONS.contains(word.substring(0, equals))
                    : HOST_OPTIONS.contains(words.get(i - 1));
            if (host ? isFar(value) : isAddressOfFar(value)) {
                return true;
            }
        }
        return command.environment().entrySet().stream().anyMatch(RemoteTarget::variable);
    }

    private static boolean variable(Map.Entry<String, String> variable) {
        return HOST_VARIABLES.contains(variable.getKey())
                ? isFar(variable.getValue())
                : isAddressOfFar(variable.getValue());
    }

    /** {@code kubectl -n prod exec}: a cluster alone may be the developer's own. */
    private static boolean inProductionCluster(Command command) {
        if (command.wrappers().stream().noneMatch(w -> w.startsWith("kubectl") || w.startsWith("oc "))) {
            return false;
        }
        String text = command.source().text();
        int end = Math.min(command.words().get(0).start(), text.length());
        int begin = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 1_000);
        List<String> before =
                List.of(text.substring(begin, end).replace('=', ' ').trim().split("\\s+"));
        for (int i = 1; i < before.size(); i++) {
            if (CLUSTER_OPTIONS.contains(before.get(i - 1))
                    && Tokens.letters(before.get(i)).stream().anyMatch(PRODUCTION::contains)) {
                return true;
            }
        }
        return false;
    }

    /** {@code postgres://user:secret@HOST:5432/name}, {@code jdbc:postgresql://HOST/name}. */
    private static boolean isAddressOfFar(String value) {
        int scheme = value.indexOf("://");
        if (scheme <= 0 || !isDatabase(value.substring(0, scheme).toLowerCase(Locale.ROOT))) {
            return false;
        }
        int end = scheme + 3;
        while (end < value.length() && "/?#".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        String server = value.substring(scheme + 3, end);
        return isFar(server.substring(server.lastIndexOf('@') + 1));
    }

    private static boolean isDatabase(String scheme) {
        return scheme.startsWith("postgres")
                || scheme.startsWith("jdbc:")
                || scheme.startsWith("mysql")
                || scheme.startsWith("mariadb")
                || scheme.startsWith("sqlserver")
                || scheme.startsWith("libsql")
                || scheme.startsWith("cockroach");
    }

    /** A name with a domain, written out: {@code db.example.org}, but neither {@code db} nor {@code $HOST}. */
    private static boolean isFar(String given) {
        int colon = given.indexOf(':');
        String host = (colon < 0 ? given : given.substring(0, colon)).toLowerCase(Locale.ROOT);
        if (CLOUDS.stream().anyMatch(host::endsWith)) {
            return true;
        }
        boolean name = host.indexOf('.') > 0
                && host.chars().allMatch(c -> c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '.' || c == '-')
                && host.chars().anyMatch(c -> c >= 'a' && c <= 'z');
        return name && NEARBY.stream().noneMatch(host::endsWith);
    }
}
