package io.github.migratemaven.mojo;

import io.github.migratemaven.author.Desired;
import io.github.migratemaven.author.Diff;
import io.github.migratemaven.author.DiffRequest;
import io.github.migratemaven.author.PrintedDiff;
import io.github.migratemaven.maven.BuildValues;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Session;
import io.github.migratemaven.postgres.embedded.ServerVersion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/** The composition root of {@code migrate:diff}. */
final class DiffComposition {
    private final Composition composition;
    private final AuthorComposition authors;

    DiffComposition(Composition composition, AuthorComposition authors) {
        this.composition = composition;
        this.authors = authors;
    }

    /**
     * @param file {@code migrate.desired}, relative to the project
     * @param folder for {@code diff.sql}
     */
    PrintedDiff diff(
            String file,
            JpaOptions jpa,
            Optional<String> name,
            String author,
            boolean allowDestructive,
            boolean check,
            Path folder) {
        Path base = composition.request().base();
        Desired desired = jpa.wanted() ? new JpaComposition(composition, jpa).desired(folder) : desired(file);
        Optional<String> schema = composition
                .request()
                .schema()
                .or(composition.addresses()::schema)
                .or(() -> Optional.of("public"));
        DiffRequest request = new DiffRequest(
                desired,
                schema,
                name,
                author,
                LocalDateTime.now(ZoneOffset.UTC),
                allowDestructive || check,
                major(desired));
        Diff diff = new Diff(
                authors.scratchServers(),
                authors.replay("diff"),
                authors.comparison(),
                authors.statements(),
                composition.progress());
        String shown = folder.startsWith(base) ? base.relativize(folder).toString() : folder.toString();
        return new PrintedDiff(
                () -> diff.find(request),
                new PrintedDiff.Request(
                        desired.display(), folder, shown.replace('\\', '/'), check, authors.inOtherLayout()),
                composition.progress());
    }

    private Desired desired(String file) {
        Optional<BuildValues.Found> url = composition.request().values().find("desiredUrl");
        return url.isPresent()
                ? new Desired.Database(composition
                        .addresses()
                        .resolve(url.get().value(), url.get().origin()))
                : script(composition.request().base().resolve(file), file);
    }

    /** A newer server prints some definitions in another way, so a database is compared on a server of its own version. */
    private OptionalInt major(Desired desired) {
        if (desired instanceof Desired.Database database) {
            Target target = database.target();
            try (Session session = composition.database(target).openReadOnly()) {
                return OptionalInt.of(session.facts().major());
            }
        }
        return composition
                .request()
                .embeddedVersion()
                .map(version -> OptionalInt.of(ServerVersion.parse(version).major()))
                .orElse(OptionalInt.empty());
    }

    private static Desired.Script script(Path file, String shown) {
        try {
            return new Desired.Script(shown, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new MigrateException(
                    Failure.InvalidInput.at(
                            Position.ofFile(shown),
                            "no-desired-schema",
                            "the file that declares the desired schema does not exist",
                            "Write the schema there as plain PostgreSQL DDL (pg_dump --schema-only of a deployed database is a"
                                    + " start), name yours with -Dmigrate.desired=…, or a database with -Dmigrate.desiredUrl=…"));
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
