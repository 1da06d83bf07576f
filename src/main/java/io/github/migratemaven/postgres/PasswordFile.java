package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Secret;
import io.github.migratemaven.model.Target.HostPort;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A password file named by {@code passfile} or PGPASSFILE (PostgreSQL manual 34.16). The default one,
 * {@code ~/.pgpass}, pgjdbc reads itself.
 */
final class PasswordFile {
    private PasswordFile() {}

    /** The password of the first line that fits one of the hosts; empty without one, or where the file cannot be read. */
    static Optional<Secret> find(Path file, List<HostPort> hosts, String database, String user) {
        try {
            List<String> lines =
                    Files.readString(file, StandardCharsets.UTF_8).lines().toList();
            return hosts.stream()
                    .flatMap(host -> lines.stream()
                            .map(line ->
                                    password(line, List.of(host.host(), Integer.toString(host.port()), database, user)))
                            .flatMap(Optional::stream))
                    .findFirst();
        } catch (IOException e) {
            // As libpq: the server may want no password, and says so if it does.
            return Optional.empty();
        }
    }

    private static Optional<Secret> password(String line, List<String> wanted) {
        if (line.startsWith("#")) {
            return Optional.empty();
        }
        List<String> fields = fields(line);
        if (fields.size() < 5) {
            return Optional.empty();
        }
        for (int i = 0; i < wanted.size(); i++) {
            if (!fields.get(i).equals("*") && !fields.get(i).equals(wanted.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(fields.get(4)).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    /** Colons separate, a backslash makes the next character ordinary. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && i + 1 < line.length()) {
                field.append(line.charAt(++i));
            } else if (c == ':') {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
