package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.PluginLibrary;
import io.github.migratemaven.maven.RawTarget;
import io.github.migratemaven.maven.RepositoryBinaries;
import io.github.migratemaven.maven.SettingsCredentials;
import io.github.migratemaven.maven.SpringSettings;
import io.github.migratemaven.maven.TargetSettings;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Target;
import io.github.migratemaven.port.DevServer;
import io.github.migratemaven.port.EmbeddedBinaries;
import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.ScratchServer;
import io.github.migratemaven.postgres.ConnectionParameters;
import io.github.migratemaven.postgres.ConnectionUrl;
import io.github.migratemaven.postgres.LibpqVariables;
import io.github.migratemaven.postgres.Surroundings;
import io.github.migratemaven.postgres.TargetResolution;
import io.github.migratemaven.postgres.embedded.Binaries;
import io.github.migratemaven.postgres.embedded.Platform;
import io.github.migratemaven.postgres.embedded.ProjectDevServer;
import io.github.migratemaven.postgres.embedded.ThrowawayServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.project.MavenProject;

/** From what the build says to a target that can be connected to. Part of the composition root. */
final class TargetAddresses {
    /** The dev server's database: one name, so that a developer's tools find it in every project. */
    private static final String DEV_DATABASE = "app";

    private final TargetedRequest request;
    private final Components components;
    private final ProgressListener progress;
    private final TargetSettings settings;
    private final Optional<SpringSettings> spring;

    TargetAddresses(TargetedRequest request, Components components, ProgressListener progress) {
        this.request = request;
        this.components = components;
        this.progress = progress;
        this.settings = new TargetSettings(request.values());
        this.spring = request.spring() ? Optional.of(readSpring()) : Optional.empty();
    }

    private SpringSettings readSpring() {
        Path resources = request.project()
                .flatMap(p -> p.getBuild().getResources().stream().findFirst())
                .map(resource -> Path.of(resource.getDirectory()))
                .orElse(request.base().resolve("src/main/resources"));
        SpringSettings read = SpringSettings.read(request.base(), resources, request.springProfiles(), System.getenv());
        if (read.historySchema().isPresent() && !read.historySchema().equals(read.defaultSchema())) {
            throw new MigrateException(
                    Failure.InvalidInput.of(
                            "unsupported-history-schema",
                            "spring.liquibase.liquibase-schema keeps the history in another schema than the application's objects",
                            "Deploy with the schema that holds the history as -Dmigrate.schema, and qualify the objects' names."));
        }
        return read;
    }

    boolean isConfigured() {
        return request.embedded() || spring.isPresent() || settings.find().isPresent();
    }

    /** For telling targets apart; holds no secret. */
    String describe() {
        return isConfigured() ? resolve().display() : "none";
    }

    Target resolve() {
        RawTarget raw = raw();
        if (raw.serverId().isPresent()) {
            raw = raw.with(new SettingsCredentials(request.session().getSettings(), components.decrypter())
                    .find(raw.serverId().get()));
        }
        ConnectionParameters address = raw.url().isPresent()
                ? ConnectionUrl.parse(raw.url().get().reveal(), raw.origin())
                : LibpqVariables.address(raw.libpq(), raw.origin());
        TargetResolution resolution = TargetResolution.resolve(
                address,
                new TargetResolution.Overrides(
                        raw.user(), raw.password(), request.schema().or(this::schema)),
                Surroundings.ofProcess(System.getenv()));
        resolution.warnings().forEach(progress::warn);
        return resolution.target();
    }

    /** Another database than the goal's target. */
    Target resolve(String url, String origin) {
        TargetResolution resolution = TargetResolution.resolve(
                ConnectionUrl.parse(url, origin),
                new TargetResolution.Overrides(Optional.empty(), Optional.empty(), request.schema()),
                Surroundings.ofProcess(System.getenv()));
        resolution.warnings().forEach(progress::warn);
        return resolution.target();
    }

    private RawTarget raw() {
        if (spring.isPresent() && settings.explicit().isEmpty()) {
            return settings.withCredentials(spring.get().requireTarget());
        }
        return settings.require();
    }

    /** @param folder whose {@code .migrate} it lives in */
    DevServer devServer(Path folder) {
        return new ProjectDevServer(folder, request.embeddedVersion(), DEV_DATABASE, binaries(), progress);
    }

    ScratchServer scratchServers() {
        return new ThrowawayServers(ThrowawayServers.defaultBase(), binaries());
    }

    /** Before the first of its classes is needed. */
    void require(PluginLibrary library) {
        library.require(repositories());
    }

    private Binaries binaries() {
        PluginLibrary.Repositories from = repositories();
        EmbeddedBinaries jars = new RepositoryBinaries(from.system(), from.session(), from.project(), from.plugins());
        // Asked for a jar only when there is one to unpack.
        EmbeddedBinaries source = (platform, version) -> {
            Path jar = jars.resolve(platform, version);
            require(PluginLibrary.UNPACKING);
            return jar;
        };
        return new Binaries(Binaries.defaultCache(), Platform.current(), source);
    }

    private PluginLibrary.Repositories repositories() {
        Optional<MavenProject> project = request.project();
        return new PluginLibrary.Repositories(
                components.repositorySystem(),
                request.session().getRepositorySession(),
                project.map(MavenProject::getRemoteProjectRepositories).orElse(List.of()),
                project.map(MavenProject::getRemotePluginRepositories).orElse(List.of()));
    }

    Optional<String> schema() {
        return spring.flatMap(SpringSettings::defaultSchema);
    }

    Optional<String> springChangelog() {
        return spring.flatMap(SpringSettings::changelog);
    }

    Map<String, String> springParameters() {
        return spring.map(SpringSettings::parameters).orElse(Map.of());
    }

    String springContexts() {
        return spring.flatMap(SpringSettings::contexts).orElse("");
    }

    String springLabels() {
        return spring.flatMap(SpringSettings::labels).orElse("");
    }
}
