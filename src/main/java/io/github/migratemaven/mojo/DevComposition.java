package io.github.migratemaven.mojo;

import io.github.migratemaven.author.ContentDigest;
import io.github.migratemaven.author.Desired;
import io.github.migratemaven.author.Dev;
import io.github.migratemaven.author.DevDifference;
import io.github.migratemaven.author.Difference;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.Workshop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The composition root of {@code migrate:dev}. */
final class DevComposition {
    private final Composition composition;
    private final AuthorComposition authors;
    private final Composition.OpenTarget target;

    DevComposition(Composition composition, AuthorComposition authors, Composition.OpenTarget target) {
        this.composition = composition;
        this.authors = authors;
        this.target = target;
    }

    /** @param schema the file that declares the desired schema */
    Dev dev(
            Path schema,
            boolean allowDestructive,
            Optional<String> name,
            Optional<String> author,
            DeployRequest deploy) {
        Desired.Script script = script(schema);
        Supplier<Outcome> deploys =
                () -> composition.deploy(target, anew(deploy)).run();
        Supplier<Difference> difference = () -> difference(script, allowDestructive);
        return new Dev(
                composition.reader(),
                authors.writer(),
                deploys,
                difference,
                new Dev.Request(name, authors.author(author), script.file()),
                composition.progress());
    }

    /** Each deploy is a run of its own. */
    private DeployRequest anew(DeployRequest deploy) {
        return deploy.with(composition.runStart("dev"));
    }

    private Difference difference(Desired.Script script, boolean allowDestructive) {
        try (Workshop workshop = target.server().workshop()) {
            String agreed = "agrees with " + ContentDigest.of(script.text()) + " by "
                    + composition.request().version();
            if (workshop.note().filter(agreed::equals).isPresent()
                    && workshop.kept().filter(this::isUpToDate).isPresent()) {
                return new Difference(List.of(), List.of());
            }
            ChangelogReplay replay = new KeptReplay(authors.replay("dev"), this::status);
            Difference found = new DevDifference(replay, authors.comparison(), authors.statements())
                    .find(workshop, script, target.target().schema(), allowDestructive);
            if (found.drafts().isEmpty()) {
                workshop.note(agreed);
            }
            return found;
        }
    }

    private boolean isUpToDate(Target database) {
        return status(database).run().states().equals(List.of(State.UP_TO_DATE));
    }

    private Status status(Target database) {
        Target scratch = target.target().schema().map(database::withSchema).orElse(database);
        return composition.status("dev", new Composition.OpenTarget(scratch, null), Set.of());
    }

    private Desired.Script script(Path file) {
        String shown = composition
                .request()
                .base()
                .relativize(file.toAbsolutePath())
                .toString()
                .replace('\\', '/');
        try {
            return new Desired.Script(shown, Files.readString(file));
        } catch (NoSuchFileException e) {
            throw new MigrateException(Failure.InvalidInput.at(
                    Position.ofFile(shown),
                    "no-schema-file",
                    "the file that declares the desired schema does not exist",
                    "Write the schema there as plain PostgreSQL DDL (pg_dump --schema-only of a deployed database is a"
                            + " start), or name yours with -Dmigrate.schemaFile=…"));
        } catch (IOException e) {
            throw new MigrateException(
                    new Failure.Unavailable(
                            "schema-file-not-read",
                            shown + " could not be read: " + e.getMessage(),
                            "See that it is UTF-8 and readable."),
                    e);
        }
    }
}
