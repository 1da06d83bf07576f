package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.ProgressListener;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code .migrate} under the project: the dev servers' data, one folder {@code postgres-<major>} a major version, kept out of
 * git by a {@code .gitignore} of its own.
 */
final class DevFolder {
    private static final String PREFIX = "postgres-";

    private final Path folder;

    DevFolder(Path project) {
        this.folder = project.resolve(".migrate");
    }

    void create() throws IOException {
        Files.createDirectories(folder);
        Path ignore = folder.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, "*\n");
        }
    }

    Path of(ServerVersion version) throws IOException {
        return Files.createDirectories(folder.resolve(PREFIX + version.major()));
    }

    /**
     * What was asked for; else the major version of the data that is there, so that a newer plugin does not seem to lose it;
     * else the newest.
     */
    ServerVersion version(Optional<String> asked, ProgressListener progress) throws IOException {
        if (asked.isPresent()) {
            return ServerVersion.parse(asked.get());
        }
        ServerVersion newest = ServerVersion.newest();
        OptionalInt there = newestData();
        if (there.isPresent() && there.getAsInt() != newest.major()) {
            progress.info("The dev server stays on PostgreSQL " + there.getAsInt() + ", as its data in " + folder
                    + " is; -Dmigrate.embeddedVersion=" + newest.major() + " starts an empty one beside it");
            return ServerVersion.ofMajor(there.getAsInt());
        }
        return newest;
    }

    private OptionalInt newestData() throws IOException {
        return majorsWithData().stream().mapToInt(Integer::intValue).max();
    }

    /** The major versions that have data here. */
    List<Integer> majorsWithData() throws IOException {
        List<Integer> majors = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return majors;
        }
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, PREFIX + "[0-9]*")) {
            for (Path candidate : folders) {
                String major = candidate.getFileName().toString().substring(PREFIX.length());
                if (major.matches("\\d{1,3}") && new Cluster(candidate).exists()) {
                    majors.add(Integer.parseInt(major));
                }
            }
        }
        return majors;
    }

    /** @throws MigrateException with a {@code Refused} when another major version wrote the data */
    void mustMatch(Cluster cluster, ServerVersion version) throws IOException {
        String major = cluster.majorOfData();
        if (!major.equals(Integer.toString(version.major()))) {
            throw new MigrateException(Failure.Refused.of(
                    "embedded-data-version",
                    "The dev server's data in " + cluster.data() + " was written by PostgreSQL " + major
                            + ", which PostgreSQL " + version.major() + " cannot read",
                    "Use -Dmigrate.embeddedVersion=" + major + " with the folder renamed to " + PREFIX + major
                            + ", or delete " + folder + " to start with an empty server"));
        }
    }
}
