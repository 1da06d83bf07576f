package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.ChangelogVerification;
import io.github.migratemaven.deploy.ProofDatabase;
import io.github.migratemaven.maven.ChangelogLocation;
import io.github.migratemaven.maven.GitBase;
import io.github.migratemaven.maven.PluginLibrary;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** The composition root of what is proved about undoing, on scratch servers and against another branch. */
final class UndoComposition {
    private final Composition composition;

    UndoComposition(Composition composition) {
        this.composition = composition;
    }

    /** A line that says why this module has nothing to do; empty when it has. */
    Optional<String> reasonToDoNothing(String goal) {
        List<MavenProject> reactor = composition.request().session().getProjects();
        boolean several = reactor != null && reactor.size() > 1;
        boolean own =
                composition.owner().filter(composition.request().base()::equals).isPresent();
        return several && !own
                ? Optional.of("migrate:" + goal + ": this module has no changelog, nothing to do.")
                : Optional.empty();
    }

    Outcome verify(Optional<String> revision, boolean rollbacks) {
        if (revision.isEmpty()) {
            return verification(Optional.empty(), rollbacks).run();
        }
        try (GitBase git = GitBase.of(composition.request().base(), revision.get())) {
            Path part = part();
            Optional<ChangelogReader> fork = composition.readerIn(git.forkPoint(part));
            Optional<ChangelogReader> tip = git.hasGoneOn() ? composition.readerIn(git.tip(part)) : fork;
            Optional<ChangelogVerification.Base> base =
                    Optional.of(new ChangelogVerification.Base(git.name(), fork, tip));
            return verification(base, rollbacks).run();
        }
    }

    private ChangelogVerification verification(Optional<ChangelogVerification.Base> base, boolean rollbacks) {
        return new ChangelogVerification(
                composition.reader(), base, rollbacks, surroundings("verify"), composition.progress());
    }

    ProofDatabase.Surroundings surroundings(String goal) {
        TargetedRequest request = composition.request();
        return new ProofDatabase.Surroundings(
                () -> composition
                        .addresses()
                        .scratchServers()
                        .start(composition.addresses().embeddedMajor()),
                composition::database,
                new PgCodeKeeperComparison(() -> composition.addresses().require(PluginLibrary.COMPARISON)),
                request.schema().or(composition.addresses()::schema),
                composition.runStart(goal),
                composition.progress());
    }

    /** The folder that holds the changelog and all that it includes: a resource folder, or the project's. */
    private Path part() {
        ChangelogLocation location = composition.changelog();
        Path base = composition.request().base();
        return location.roots().stream()
                .filter(root -> root.startsWith(base) && Files.isRegularFile(root.resolve(location.path())))
                .findFirst()
                .orElse(base);
    }
}
