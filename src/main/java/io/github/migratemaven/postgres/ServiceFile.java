package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * libpq's connection service file (PostgreSQL manual 34.17). pgjdbc reads it too, but only for a name inside its URL, so that
 * nobody would know the host that is shown and checked.
 */
final class ServiceFile {
    private ServiceFile() {}

    /** @throws MigrateException {@code no-service} where no file defines it, {@code bad-service-file} for a broken line */
    static ConnectionParameters find(String service, Surroundings surroundings, AddressProblem problem) {
        List<Path> looked = candidates(surroundings);
        for (Path file : looked) {
            Optional<ConnectionParameters> found = read(file, service);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new MigrateException(Failure.InvalidInput.of(
                "no-service",
                problem.subject() + " names the connection service \"" + service + "\", which is in none of "
                        + String.join(", ", looked.stream().map(Path::toString).toList()),
                "Define it there as [" + service + "] with host=, port=, dbname= and user=, or set PGSERVICEFILE."));
    }

    private static List<Path> candidates(Surroundings surroundings) {
        List<Path> files = new ArrayList<>();
        String named = surroundings.environment().getOrDefault("PGSERVICEFILE", "");
        files.add(named.isBlank() ? surroundings.home().resolve(".pg_service.conf") : Path.of(named));
        String system = surroundings.environment().getOrDefault("PGSYSCONFDIR", "");
        if (!system.isBlank()) {
            files.add(Path.of(system, "pg_service.conf"));
        }
        return files;
    }

    private static Optional<ConnectionParameters> read(Path file, String service) {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        String origin = "service " + service + " of " + file;
        ParameterDraft draft = new ParameterDraft(new AddressProblem("The " + origin), origin, false);
        boolean inside = false;
        boolean found = false;
        int number = 0;
        for (String raw : lines(file)) {
            number++;
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("[")) {
                if (found) {
                    break;
                }
                inside = line.equals("[" + service + "]");
                found = inside;
            } else if (inside) {
                setting(line, new Position(file.toString(), number, 0), draft);
            }
        }
        return found ? Optional.of(draft.build()) : Optional.empty();
    }

    private static void setting(String line, Position position, ParameterDraft draft) {
        int equals = line.indexOf('=');
        String name = equals < 0 ? "" : line.substring(0, equals);
        boolean nested = name.equals("service");
        if (nested || equals < 0 || !draft.put(name, line.substring(equals + 1))) {
            throw new MigrateException(Failure.InvalidInput.at(
                    position,
                    "bad-service-file",
                    "this line of the connection service file is no name=value of a connection parameter",
                    "Use libpq's parameter names without blanks around the =; LDAP and nested services are not read."));
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(file.toString()),
                            "bad-service-file",
                            "the connection service file cannot be read as UTF-8 text",
                            "Check its permissions and encoding."),
                    e);
        }
    }
}
