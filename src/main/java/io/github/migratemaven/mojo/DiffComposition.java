package io.github.migratemaven.mojo;

import io.github.migratemaven.author.Desired;
import io.github.migratemaven.author.Diff;
import io.github.migratemaven.author.DiffRequest;
import io.github.migratemaven.author.PrintedDiff;
import io.github.migratemaven.maven.BuildValues;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.Session;
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
                : DesiredFile.read(composition.request().base(), file);
    }

    /** A newer server prints some definitions in another way, so a database is compared on a server of its own version. */
    private OptionalInt major(Desired desired) {
        if (desired instanceof Desired.Database database) {
            Target target = database.target();
            try (Session session = composition.database(target).openReadOnly()) {
                return OptionalInt.of(session.facts().major());
            }
        }
        return composition.addresses().embeddedMajor();
    }
}
