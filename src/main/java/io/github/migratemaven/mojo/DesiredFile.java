package io.github.migratemaven.mojo;

import io.github.migratemaven.author.Desired;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file that declares the desired schema: {@code migrate.desired}. */
final class DesiredFile {
    private DesiredFile() {}

    /**
     * @param base the project's folder
     * @param given relative to it, or anywhere: on Windows on another drive, too
     */
    static Desired.Script read(Path base, String given) {
        Path file = base.resolve(given).normalize();
        String shown = (file.startsWith(base) ? base.relativize(file) : file)
                .toString()
                .replace('\\', '/');
        try {
            return new Desired.Script(shown, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new MigrateException(Failure.InvalidInput.at(
                    Position.ofFile(shown),
                    "no-desired-schema",
                    "the file that declares the desired schema does not exist",
                    "Write the schema there as plain PostgreSQL DDL (pg_dump --schema-only of a deployed database is a"
                            + " start), name yours with -Dmigrate.desired=…, or, for migrate:diff, a database with"
                            + " -Dmigrate.desiredUrl=…"));
        } catch (CharacterCodingException e) {
            throw new MigrateException(Failure.InvalidInput.at(
                    Position.ofFile(shown), "not-utf-8", "the file is not UTF-8", "Save it as UTF-8."));
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "desired-schema-not-read", shown + " could not be read: " + e, "Make it readable."),
                    e);
        }
    }
}
