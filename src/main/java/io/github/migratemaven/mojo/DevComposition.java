package io.github.migratemaven.mojo;

import io.github.migratemaven.author.ContentDigest;
import io.github.migratemaven.author.Desired;
import io.github.migratemaven.author.Dev;
import io.github.migratemaven.author.Diff;
import io.github.migratemaven.author.DiffRequest;
import io.github.migratemaven.author.Difference;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.Workshop;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;

/** The composition root of {@code migrate:dev}. */
final class DevComposition implements AutoCloseable {
    private final Composition composition;
    private final AuthorComposition authors;
    private final Composition.OpenTarget target;
    private final SharedReading reading;
    private final ReadAhead readAhead;
    private final DevServer.Turn turn;

    /** @param patience how long it waits for another build that does the same on this dev server */
    DevComposition(
            Composition composition, AuthorComposition authors, Composition.OpenTarget target, Duration patience) {
        this.composition = composition;
        this.authors = authors;
        this.target = target;
        this.reading = new SharedReading(composition.reader());
        this.readAhead = new ReadAhead(composition.reader(), reading);
        this.turn = target.server().turn(patience);
    }

    Dev dev(
            Desired desired,
            boolean allowDestructive,
            Optional<String> name,
            Optional<String> author,
            DeployRequest deploy) {
        Supplier<Outcome> pending =
                () -> composition.deploy(target, anew(deploy)).run();
        Supplier<Outcome> written =
                () -> composition.deploy(target, anew(deploy), reading).run();
        Supplier<Difference> difference = () -> difference(desired, allowDestructive);
        return new Dev(
                authors.writer(readAhead),
                new Dev.Deploys(pending, written, () -> written(desired, deploy)),
                difference,
                new Dev.Request(name, authors.author(author), desired.display()),
                composition.progress());
    }

    /** Each deploy is a run of its own. */
    private DeployRequest anew(DeployRequest deploy) {
        return deploy.with(composition.runStart("dev"));
    }

    private Difference difference(Desired desired, boolean allowDestructive) {
        try (Workshop workshop = target.server().workshop()) {
            boolean same = workshop.note().filter(agreement(desired)::equals).isPresent();
            if (same && workshop.kept().filter(this::isUpToDate).isPresent()) {
                return new Difference(List.of(), List.of());
            }
            ChangelogReplay replay = new KeptReplay(authors.replay("dev"), basis(), this::status, readAhead::begin);
            ScratchServer server = major -> workshop;
            Difference found = new Diff(
                            server, replay, authors.comparison(), authors.statements(), composition.progress())
                    .find(new DiffRequest(
                            desired,
                            target.target().schema(),
                            Optional.empty(),
                            "",
                            LocalDateTime.now(ZoneOffset.UTC),
                            allowDestructive,
                            OptionalInt.empty()));
            if (found.drafts().isEmpty()) {
                workshop.note(agreement(desired));
            }
            return found;
        }
    }

    /** What is noted with the kept database to begin with. */
    private String basis() {
        return "made by " + composition.parameters().digest();
    }

    /** What is noted with the kept database once the changelog produces the script's schema. */
    private String agreement(Desired desired) {
        return basis() + ", agrees with " + ContentDigest.of(desired.content()) + " by "
                + composition.request().version();
    }

    /** The difference is in the changelog now, and was proved to lead to the script's schema: the next build need not look again. */
    private void written(Desired desired, DeployRequest deploy) {
        try (Workshop workshop = target.server().workshop()) {
            workshop.kept().ifPresent(kept -> {
                Composition.OpenTarget scratch = new Composition.OpenTarget(inSchema(kept), null);
                if (composition
                        .deploy(scratch, anew(deploy.on(scratch.target())), reading)
                        .run()
                        .states()
                        .equals(List.of(State.UP_TO_DATE))) {
                    workshop.note(agreement(desired));
                }
            });
        }
    }

    private Target inSchema(Target database) {
        return target.target().schema().map(database::withSchema).orElse(database);
    }

    private boolean isUpToDate(Target database) {
        return status(database).run().states().equals(List.of(State.UP_TO_DATE));
    }

    private Status status(Target database) {
        return composition.status("dev", new Composition.OpenTarget(inSchema(database), null), Set.of());
    }

    @Override
    public void close() {
        turn.close();
        reading.close();
    }
}
