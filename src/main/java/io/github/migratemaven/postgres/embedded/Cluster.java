package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * A data directory and the superuser's password: {@code <folder>/data} and {@code <folder>/password}.
 *
 * <p>Callers see to it that only one process creates it.
 */
final class Cluster {
    static final String SUPERUSER = "postgres";

    /** Our settings stand in a file of their own, which the server's configuration includes. */
    static final String SETTINGS_FILE = "migrate.conf";

    private static final Duration INITDB_TIMEOUT = Duration.ofMinutes(3);

    private final Path folder;

    Cluster(Path folder) {
        this.folder = folder;
    }

    Path data() {
        return folder.resolve("data");
    }

    private Path passwordFile() {
        return folder.resolve("password");
    }

    boolean exists() {
        return Files.exists(data().resolve("PG_VERSION"));
    }

    /** The major version that wrote the data. */
    String majorOfData() throws IOException {
        return Files.readString(data().resolve("PG_VERSION")).strip();
    }

    Secret password() throws IOException {
        return new Secret(Files.readString(passwordFile()).strip());
    }

    /** Creates it; the data gets its final name only when it is complete. */
    void create(Installation installation, Launcher launcher) throws IOException {
        Path unfinished = folder.resolve("data.unfinished");
        if (Files.exists(data())) {
            throw EmbeddedFailures.unavailable(
                    "embedded-data",
                    data() + " is not the data of a PostgreSQL server: it has no PG_VERSION",
                    "Delete " + folder + " to start with an empty server");
        }
        FolderTree.delete(unfinished);
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        String password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        PrivateFile.write(passwordFile(), password);
        Path handedOver = folder.resolve("password.initdb");
        PrivateFile.write(handedOver, password);
        try {
            launcher.own(handedOver);
            Files.createDirectory(unfinished);
            launcher.own(unfinished);
            initdb(installation, launcher, unfinished, handedOver);
        } finally {
            Files.deleteIfExists(handedOver);
        }
        Files.writeString(
                unfinished.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
                StandardOpenOption.APPEND);
        Files.move(unfinished, data(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void initdb(Installation installation, Launcher launcher, Path data, Path password) throws IOException {
        ProgramRun run = initdb(installation, launcher, data, password, locale(installation.version()));
        if (run.exit() != 0 && run.output().contains("invalid locale")) {
            // No C.UTF-8 on this system: letters outside of ASCII have no upper case then.
            run = initdb(installation, launcher, data, password, List.of("--locale=C"));
        }
        if (run.exit() != 0) {
            FolderTree.delete(data);
            throw EmbeddedFailures.unavailable(
                    "embedded-initdb",
                    "The embedded server's data could not be created in " + folder + ": " + run.lastLines(6),
                    "Remove what the message names");
        }
    }

    private static ProgramRun initdb(
            Installation installation, Launcher launcher, Path data, Path password, List<String> locale)
            throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "--pgdata=" + data,
                "--username=" + SUPERUSER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-sync"));
        arguments.addAll(locale);
        return ProgramRun.of(
                launcher.command(installation.program("initdb"), arguments), data, Map.of(), INITDB_TIMEOUT);
    }

    /** The same order of strings on every machine; since PostgreSQL 17 without the operating system's help. */
    private static List<String> locale(ServerVersion version) {
        return version.major() >= 17
                ? List.of("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
                : List.of("--locale=C", "--lc-ctype=C.UTF-8");
    }
}
