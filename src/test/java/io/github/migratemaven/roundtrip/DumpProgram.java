package io.github.migratemaven.roundtrip;

import io.github.migratemaven.testing.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The newest pg_dump of this machine.
 *
 * @param major it dumps servers up to this version
 */
record DumpProgram(Path file, int major) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");

    static Optional<DumpProgram> find() {
        List<Path> places = new ArrayList<>();
        Arrays.stream(System.getenv().getOrDefault("PATH", "").split(System.getProperty("path.separator")))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .forEach(places::add);
        Path debian = Path.of("/usr/lib/postgresql");
        if (Files.isDirectory(debian)) {
            try (Stream<Path> versions = Files.list(debian)) {
                versions.map(version -> version.resolve("bin")).forEach(places::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return places.stream()
                .map(folder -> folder.resolve("pg_dump"))
                .filter(Files::isExecutable)
                .flatMap(file -> version(file).stream())
                .max(Comparator.comparingInt(DumpProgram::major));
    }

    private static Optional<DumpProgram> version(Path file) {
        Matcher matcher = VERSION.matcher(run(new ProcessBuilder(file.toString(), "--version")));
        return matcher.find()
                ? Optional.of(new DumpProgram(file, Integer.parseInt(matcher.group(1))))
                : Optional.empty();
    }

    /** Without our journal, and without the line that is random by design. */
    String schemaOf(TestDatabase database) {
        ProcessBuilder dump = new ProcessBuilder(
                file.toString(), "--schema-only", "--exclude-table=migrate_*", "--dbname=" + database.url());
        return run(dump).replaceAll("(?m)^\\\\(un)?restrict .*$", "");
    }

    private static String run(ProcessBuilder builder) {
        try {
            Process process = builder.redirectErrorStream(true).start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new IllegalStateException(output);
            }
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
