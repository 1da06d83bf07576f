package io.github.migratemaven.postgres.embedded;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The unpacked programs of one server version.
 *
 * @param home holds {@code bin}, {@code lib} and {@code share}
 */
public record Installation(Path home, ServerVersion version, Platform platform) {
    /** Full path of a program, for example {@code initdb}. */
    Path program(String name) {
        return home.resolve("bin").resolve(platform.windows() ? name + ".exe" : name);
    }

    boolean complete() {
        return List.of("initdb", "pg_ctl", "postgres").stream().allMatch(name -> Files.isRegularFile(program(name)));
    }
}
