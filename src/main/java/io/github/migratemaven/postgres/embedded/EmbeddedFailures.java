package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The words for what keeps an embedded server from running. */
final class EmbeddedFailures {
    static final String USE_A_SERVER = "or use a PostgreSQL of your own: -Dmigrate.url=postgresql://…";

    private EmbeddedFailures() {}

    /** @param hint what to do, without the way out that is always there: a server of the user's own */
    static MigrateException unavailable(String code, String message, String hint) {
        return unavailable(code, message, hint, null);
    }

    static MigrateException unavailable(String code, String message, String hint, Throwable cause) {
        return new MigrateException(new Failure.Unavailable(code, message, hint + ", " + USE_A_SERVER), cause);
    }

    static MigrateException io(String what, Path path, IOException e) {
        String reason;
        if (e instanceof AccessDeniedException) {
            reason = "permission denied";
        } else if (e instanceof NoSuchFileException) {
            reason = "no such file";
        } else if (e instanceof FileSystemException fileSystem && fileSystem.getReason() != null) {
            reason = fileSystem.getReason();
        } else {
            reason = String.valueOf(e.getMessage());
        }
        String file = e instanceof FileSystemException fileSystem ? fileSystem.getFile() : path.toString();
        return unavailable(
                "embedded-files",
                "The embedded server cannot " + what + ": " + file + ": " + reason,
                "Make " + path + " writable for this user and see that its disk is not full",
                e);
    }
}
