package io.github.migratemaven.mojo;

import io.github.migratemaven.author.Baseline;
import io.github.migratemaven.author.BaselineTools;
import io.github.migratemaven.author.ChangelogFiles;
import io.github.migratemaven.author.ChangesetWriter;
import io.github.migratemaven.author.FirstChangelog;
import io.github.migratemaven.author.New;
import io.github.migratemaven.author.Reverse;
import io.github.migratemaven.author.ReverseRange;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.RecordBaseline;
import io.github.migratemaven.maven.ChangelogLocation;
import io.github.migratemaven.maven.GitAuthor;
import io.github.migratemaven.maven.PluginLibrary;
import io.github.migratemaven.maven.ProjectLayout;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.CatalogueComparison;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.ChangelogReplay;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.port.StatementRunner;
import io.github.migratemaven.postgres.ScratchStatements;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The composition root of the goals that write changesets. A class of its own: what it names is loaded only by the goals that
 * need it.
 */
final class AuthorComposition {
    private final Composition composition;
    private final Path base;
    private final ProgressListener progress;

    AuthorComposition(Composition composition, Path base, ProgressListener progress) {
        this.composition = composition;
        this.base = base;
        this.progress = progress;
    }

    ScratchServer scratchServers() {
        return composition.addresses().scratchServers();
    }

    ChangelogReplay replay(String goal) {
        return new DeployedReplay(
                composition.reader(), composition::database, () -> composition.runStart(goal), composition.progress());
    }

    CatalogueComparison comparison() {
        return new PgCodeKeeperComparison(() -> composition.addresses().require(PluginLibrary.COMPARISON));
    }

    StatementRunner statements() {
        return new ScratchStatements();
    }

    New create(String name, Optional<String> author) {
        return new New(composition.reader(), writer(), new New.Request(name, author(author)), progress);
    }

    /** Runs it; a project without a changelog gets one, which goes again when nothing comes of it. */
    Outcome baseline(Composition.OpenTarget target, DeployRequest deploy, Optional<String> author) {
        if (composition.hasChangelog()) {
            return recordBaseline(target, deploy, author).run();
        }
        FirstChangelog first = new FirstChangelog(base);
        first.create();
        try {
            return recordBaseline(target, deploy, author).run();
        } finally {
            first.removeIfEmpty();
        }
    }

    private RecordBaseline recordBaseline(
            Composition.OpenTarget target, DeployRequest deploy, Optional<String> author) {
        Baseline baseline = new Baseline(
                composition.reader(),
                this::writer,
                scratchServers(),
                new BaselineTools(comparison(), statements(), replay("baseline")),
                author(author),
                progress);
        return new RecordBaseline(
                composition.reader(),
                composition.database(target.target()),
                deploy,
                facts -> baseline.prepare(target.target(), facts),
                progress);
    }

    Reverse reverse(ReverseRange range, Optional<String> name, Optional<String> author, OptionalInt major) {
        Reverse.Tools tools = new Reverse.Tools(
                composition.reader(),
                writer(),
                scratchServers(),
                composition::database,
                replay("reverse"),
                comparison(),
                statements());
        Optional<String> schema = composition.request().schema().or(composition.addresses()::schema);
        return new Reverse(tools, new Reverse.Request(range, name, author(author), schema, major), progress);
    }

    String author(Optional<String> given) {
        return given.map(GitAuthor::plain).orElseGet(() -> GitAuthor.of(base));
    }

    /** Whether the changelog is a folder of another tool's. */
    boolean inOtherLayout() {
        return composition.changelog().folder().flatMap(ProjectLayout::of).isPresent();
    }

    ChangesetWriter writer() {
        return writer(composition.reader());
    }

    ChangesetWriter writer(ChangelogReader reader) {
        ChangelogLocation location = composition.changelog();
        Optional<ProjectLayout> layout = location.folder().flatMap(ProjectLayout::of);
        if (layout.isPresent()) {
            ChangelogFiles files = new ChangelogFiles(location.folder().get(), location.roots(), base);
            return layout.get() == ProjectLayout.FLYWAY
                    ? ChangesetWriter.flyway(reader, files, Clock.systemUTC())
                    : ChangesetWriter.prisma(reader, files, Clock.systemUTC());
        }
        Path master = location.roots().stream()
                .map(root -> root.resolve(location.path()))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(
                        () -> new MigrateException(
                                Failure.InvalidInput.of(
                                        "changelog-not-a-file",
                                        "the changelog " + location.path() + " is not a file of this project",
                                        "A changeset is written beside the project's own; name its changelog with -Dmigrate.changelog=….")));
        return new ChangesetWriter(reader, new ChangelogFiles(master, location.roots(), base), Clock.systemUTC());
    }
}
