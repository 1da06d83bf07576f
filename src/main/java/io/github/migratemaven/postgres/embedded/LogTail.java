package io.github.migratemaven.postgres.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of what a program said, for a message of one paragraph. */
final class LogTail {
    private LogTail() {}

    static String of(String text, int lines) {
        List<String> all =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        return String.join(" | ", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    /** Empty when the file cannot be read. */
    static String of(Path log, int lines) {
        try {
            return of(new String(Files.readAllBytes(log), StandardCharsets.UTF_8), lines);
        } catch (IOException e) {
            return "";
        }
    }
}
