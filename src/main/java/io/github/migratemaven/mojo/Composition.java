package io.github.migratemaven.mojo;

import io.github.migratemaven.deploy.Deploy;
import io.github.migratemaven.deploy.DeployRequest;
import io.github.migratemaven.deploy.PrintedPlan;
import io.github.migratemaven.deploy.Reset;
import io.github.migratemaven.deploy.Resolve;
import io.github.migratemaven.deploy.Rollback;
import io.github.migratemaven.deploy.RollbackRequest;
import io.github.migratemaven.deploy.Seed;
import io.github.migratemaven.deploy.Status;
import io.github.migratemaven.deploy.TakeOver;
import io.github.migratemaven.deploy.TargetLook;
import io.github.migratemaven.layout.LayoutChangelogReader;
import io.github.migratemaven.layout.LayoutRequest;
import io.github.migratemaven.layout.Tool;
import io.github.migratemaven.liquibase.ChangelogRequest;
import io.github.migratemaven.liquibase.LiquibaseChangelogReader;
import io.github.migratemaven.maven.ChangelogLocation;
import io.github.migratemaven.maven.ClassesOnly;
import io.github.migratemaven.maven.ContinuousIntegration;
import io.github.migratemaven.maven.ProjectClassLoader;
import io.github.migratemaven.maven.ProjectClassPath;
import io.github.migratemaven.maven.ProjectDependencies;
import io.github.migratemaven.maven.ProjectLayout;
import io.github.migratemaven.maven.RunOrigin;
import io.github.migratemaven.model.Environment;
import io.github.migratemaven.model.EnvironmentClaim;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.SeedFile;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.DeploySession.RunStart;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.TargetDatabase;
import io.github.migratemaven.postgres.OwnedObjects;
import io.github.migratemaven.postgres.PostgresTarget;
import io.github.migratemaven.postgres.SeedRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.apache.maven.model.Resource;
import org.apache.maven.project.MavenProject;

/** The composition root: builds the services and hands them their adapters. The only class that knows both. */
final class Composition {
    private final TargetedRequest request;
    private final Components components;
    private final ProgressListener progress;
    private final TargetAddresses addresses;

    Composition(TargetedRequest request, Components components, ProgressListener progress) {
        this.request = request;
        this.components = components;
        this.progress = progress;
        this.addresses = new TargetAddresses(request, components, progress);
    }

    /** A target that can be connected to; closing it stops the dev server if this goal started it. */
    record OpenTarget(Target target, DevServer.Running server) implements AutoCloseable {
        @Override
        public void close() {
            if (server != null) {
                server.close();
            }
        }
    }

    /** A line that says why this module has nothing to do; empty when it has. */
    Optional<String> reasonToDoNothing(String goal) {
        List<MavenProject> reactor = request.session().getProjects();
        if (!request.requireTarget() && !addresses.isConfigured()) {
            return Optional.of("migrate:" + goal + ": no target is configured, nothing to do.");
        }
        boolean several = reactor != null && reactor.size() > 1;
        if (several && request.changelog().isEmpty() && location(request.base()).isEmpty()) {
            boolean elsewhere = reactor.stream()
                    .anyMatch(p -> location(p.getBasedir().toPath()).isPresent());
            if (elsewhere) {
                return Optional.of("migrate:" + goal + ": this module has no changelog, nothing to do.");
            }
        }
        return several && !isFirst(goal)
                ? Optional.of("migrate:" + goal + ": done already in this build.")
                : Optional.empty();
    }

    private boolean isFirst(String goal) {
        ChangelogLocation location = changelog();
        Path file = location.roots().stream()
                .map(root -> root.resolve(location.path()))
                .filter(Files::exists)
                .findFirst()
                .orElse(Path.of(location.path()));
        String target = request.embedded() ? "embedded " + request.base() : addresses.describe();
        String execution = String.join(
                "|", request.contexts(), request.labels(), request.schema().orElse(""));
        return OncePerBuild.isFirst(
                request.session(),
                String.join("|", goal, file.toString(), target, execution),
                request.base().toString());
    }

    OpenTarget open() {
        if (request.embedded()) {
            DevServer.Running server = devServer().start();
            Target target = server.target();
            return new OpenTarget(request.schema().map(target::withSchema).orElse(target), server);
        }
        return new OpenTarget(addresses.resolve(), null);
    }

    /** The dev server of this project: that of the module that has the changelog, where only one of a build has one. */
    DevServer devServer() {
        return addresses.devServer(owner().orElse(request.base()));
    }

    boolean hasChangelog() {
        return location(request.base()).isPresent();
    }

    /** The folder whose dev server this module uses; empty when other modules have several changelogs to choose from. */
    Optional<Path> owner() {
        List<MavenProject> reactor = request.session().getAllProjects();
        if (reactor == null
                || reactor.size() < 2
                || request.changelog().isPresent()
                || location(request.base()).isPresent()) {
            return Optional.of(request.base());
        }
        List<Path> owners = reactor.stream()
                .map(p -> p.getBasedir().toPath())
                .filter(folder -> location(folder).isPresent())
                .toList();
        return owners.size() > 1 ? Optional.empty() : Optional.of(owners.isEmpty() ? request.base() : owners.get(0));
    }

    TargetLook look(String goal, OpenTarget target) {
        return new TargetLook(goal, database(target), target.target(), environment());
    }

    Status status(String goal, OpenTarget target, Set<State> failOn) {
        return new Status(goal, reader(), database(target), target.target(), environment(), failOn);
    }

    PrintedPlan plan(OpenTarget target) {
        return new PrintedPlan(reader(), database(target), target.target(), environment());
    }

    Deploy deploy(OpenTarget target, DeployRequest deploy) {
        return new Deploy(reader(), database(target), deploy, progress);
    }

    /** By another reader of the same changelog. */
    Deploy deploy(OpenTarget target, DeployRequest deploy, ChangelogReader reader) {
        return new Deploy(reader, database(target), deploy, progress);
    }

    Rollback rollback(OpenTarget target, RollbackRequest rollback) {
        return new Rollback(reader(), database(target), rollback, progress);
    }

    Resolve resolve(OpenTarget target, DeployRequest deploy, Resolve.Verdict verdict) {
        return new Resolve(reader(), database(target), deploy, verdict, progress);
    }

    TakeOver takeOver(OpenTarget target, DeployRequest deploy, String tool) {
        return new TakeOver(reader(), database(target), deploy, tool, progress);
    }

    Environment environment() {
        return request.environment().orElse(request.embedded() ? Environment.DEVELOPMENT : Environment.PRODUCTION);
    }

    Seed seed(OpenTarget target, List<SeedFile> files, DeployRequest how) {
        return new Seed(database(target), new SeedRows(), files, how, progress);
    }

    /** @param seeds may be empty */
    Reset reset(OpenTarget target, List<SeedFile> seeds, DeployRequest how) {
        Supplier<Outcome> deploy =
                () -> deploy(target, how.with(runStart("deploy"))).run();
        Supplier<Outcome> seed =
                () -> seed(target, seeds, how.with(runStart("seed"))).run();
        return new Reset(
                reader(),
                database(target),
                new OwnedObjects(),
                how,
                deploy,
                seeds.isEmpty() ? Optional.empty() : Optional.of(seed),
                progress);
    }

    /** What the build says of its target's environment, for the goals that destroy something. */
    EnvironmentClaim claim(Optional<String> confirm) {
        return new EnvironmentClaim(
                request.environment(), request.embedded(), ContinuousIntegration.runs(System.getenv()), confirm);
    }

    RunStart runStart(String goal) {
        RunOrigin origin = RunOrigin.of(System.getenv(), request.base());
        String id = UUID.randomUUID().toString().substring(0, 8);
        return new RunStart(
                id,
                goal,
                request.version(),
                origin.source(),
                origin.gitCommit().orElse(null),
                environment().word());
    }

    private TargetDatabase database(OpenTarget target) {
        return database(target.target());
    }

    TargetDatabase database(Target target) {
        return new PostgresTarget(target, request.version(), request.allowPooler());
    }

    TargetAddresses addresses() {
        return addresses;
    }

    ProgressListener progress() {
        return progress;
    }

    TargetedRequest request() {
        return request;
    }

    ChangelogReader reader() {
        return reader(changelog(), request.base(), projectClasses());
    }

    /** The same changelog in another folder. Finds no resources but those there. */
    Optional<ChangelogReader> readerIn(Path folder) {
        ChangelogLocation here = changelog();
        List<Path> roots = here.roots().stream()
                .filter(root -> root.startsWith(request.base()))
                .map(root -> folder.resolve(request.base().relativize(root).toString()))
                .toList();
        ClassLoader classes = new ClassesOnly(projectClasses(), Composition.class.getClassLoader());
        return roots.stream().anyMatch(root -> Files.isRegularFile(root.resolve(here.path())))
                ? Optional.of(reader(new ChangelogLocation(here.path(), roots), folder, classes))
                : Optional.empty();
    }

    private ChangelogReader reader(ChangelogLocation location, Path base, ClassLoader classes) {
        ChangelogParameters parameters = parameters();
        Optional<Path> folder = location.folder();
        Optional<ChangelogReader> layout =
                folder.isPresent() ? layout(location, folder.get(), parameters) : Optional.empty();
        if (layout.isPresent()) {
            return layout.get();
        }
        return new LiquibaseChangelogReader(
                new ChangelogRequest(
                        location.path(),
                        location.roots(),
                        base,
                        classes,
                        parameters.contexts(),
                        parameters.labels(),
                        parameters.values(),
                        parameters.schema()),
                progress);
    }

    ChangelogParameters parameters() {
        return ChangelogParameters.of(request, addresses);
    }

    private Optional<ChangelogReader> layout(ChangelogLocation location, Path folder, ChangelogParameters parameters) {
        List<Path> sources =
                List.of(request.base().resolve("src/main/java"), request.base().resolve("src/main/kotlin"));
        return ProjectLayout.of(folder)
                .map(found -> new LayoutChangelogReader(new LayoutRequest(
                        Tool.valueOf(found.name()),
                        folder,
                        location.path(),
                        request.base(),
                        sources,
                        parameters.values(),
                        parameters.schema())));
    }

    ChangelogLocation changelog() {
        Optional<ChangelogLocation> found = location(request.base());
        if (found.isPresent()) {
            return found.get();
        }
        throw new MigrateException(Failure.InvalidInput.of(
                "changelog-not-found",
                "there is no changelog in " + request.base(),
                "Create " + ChangelogLocation.defaults() + ", or name yours with -Dmigrate.changelog=…"));
    }

    private Optional<ChangelogLocation> location(Path base) {
        List<Path> resources = new ArrayList<>();
        if (request.project().isPresent()
                && request.project().get().getBasedir().toPath().equals(base)) {
            for (Resource resource : request.project().get().getBuild().getResources()) {
                resources.add(Path.of(resource.getDirectory()));
            }
        }
        Optional<String> given = request.changelog().isPresent() ? request.changelog() : addresses.springChangelog();
        Path started = Path.of(request.session().getExecutionRootDirectory());
        // What is typed at the root of a multi-module build is meant from there, whichever module it reaches.
        boolean fromRoot = given.isPresent()
                && !Files.exists(base.resolve(given.get()))
                && Files.exists(started.resolve(given.get()));
        return ChangelogLocation.find(given, fromRoot ? started : base, resources);
    }

    /** A project's dependencies but those of its tests. */
    List<Path> classPath(MavenProject project) {
        return new ProjectClassPath(
                        components.dependencies(), project, request.session().getRepositorySession())
                .paths();
    }

    private ClassLoader projectClasses() {
        ClassLoader program = Composition.class.getClassLoader();
        if (request.project().isEmpty()) {
            return new ProjectClassLoader(request.base().resolve("target/classes"), List::of, program);
        }
        MavenProject project = request.project().get();
        return new ProjectClassLoader(
                Path.of(project.getBuild().getOutputDirectory()),
                new ProjectDependencies(
                        components.dependencies(), project, request.session().getRepositorySession(), progress),
                program);
    }
}
