package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.shell.Command;
import io.github.migratemaven.scan.shell.Word;
import java.util.ArrayList;
import java.util.Collections;
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
            "fly m run",
            "flyctl m run",
            "fly machine exec",
            "flyctl machine exec",
            "fly m exec",
            "flyctl m exec",
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
        List<String> words = new ArrayList<>();
        for (Word word : command.words()) {
            words.add(word.text());
        }
        if (!Collections.disjoint(command.wrappers(), PLATFORMS)
                || !Collections.disjoint(words, SWITCHES)
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
        for (Map.Entry<String, String> variable : command.environment().entrySet()) {
            if (variable(variable)) {
                return true;
            }
        }
        return false;
    }

    private static boolean variable(Map.Entry<String, String> variable) {
        return HOST_VARIABLES.contains(variable.getKey())
                ? isFar(variable.getValue())
                : isAddressOfFar(variable.getValue());
    }

    /** {@code kubectl -n prod exec}: a cluster alone may be the developer's own. */
    private static boolean inProductionCluster(Command command) {
        if (!inCluster(command)) {
            return false;
        }
        String text = command.source().text();
        int end = Math.min(command.words().get(0).start(), text.length());
        int begin = Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 1_000);
        List<String> before =
                List.of(text.substring(begin, end).replace('=', ' ').trim().split("\\s+"));
        for (int i = 1; i < before.size(); i++) {
            if (CLUSTER_OPTIONS.contains(before.get(i - 1))
                    && !Collections.disjoint(Tokens.letters(before.get(i)), PRODUCTION)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inCluster(Command command) {
        for (String wrapper : command.wrappers()) {
            if (wrapper.startsWith("kubectl") || wrapper.startsWith("oc ")) {
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
        if (endsWithOneOf(CLOUDS, host)) {
            return true;
        }
        return host.indexOf('.') > 0 && isName(host) && !endsWithOneOf(NEARBY, host);
    }

    /** Not an address in numbers. */
    private static boolean isName(String host) {
        boolean letters = false;
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            letters |= c >= 'a' && c <= 'z';
            if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '.' && c != '-') {
                return false;
            }
        }
        return letters;
    }

    private static boolean endsWithOneOf(List<String> endings, String host) {
        for (String ending : endings) {
            if (host.endsWith(ending)) {
                return true;
            }
        }
        return false;
    }
}
