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
import io.github.migratemaven.postgres.embedded.ServerVersion;
import io.github.migratemaven.postgres.embedded.ThrowawayServers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
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
        SpringSettings read =
                SpringSettings.read(request.base(), resources(), request.springProfiles(), System.getenv());
        if (read.historySchema().isPresent() && !read.historySchema().equals(read.defaultSchema())) {
            throw new MigrateException(
                    Failure.InvalidInput.of(
                            "unsupported-history-schema",
                            "spring.liquibase.liquibase-schema keeps the history in another schema than the application's objects",
                            "Deploy with the schema that holds the history as -Dmigrate.schema, and qualify the objects' names."));
        }
        return read;
    }

    /** Where a Spring Boot application has its configuration. */
    Path resources() {
        return request.project()
                .flatMap(p -> p.getBuild().getResources().stream().findFirst())
                .map(resource -> Path.of(resource.getDirectory()))
                .orElse(request.base().resolve("src/main/resources"));
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
        Optional<String> schema = request.schema().isPresent() ? request.schema() : schema();
        ConnectionParameters address = raw.url().isPresent()
                ? ConnectionUrl.parse(raw.url().get().reveal(), raw.origin())
                : LibpqVariables.address(raw.libpq(), raw.origin());
        TargetResolution resolution = TargetResolution.resolve(
                address,
                new TargetResolution.Overrides(raw.user(), raw.password(), schema),
                Surroundings.ofProcess(System.getenv()));
        for (String warning : resolution.warnings()) {
            progress.warn(warning);
        }
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
        return new ThrowawayServers(
                ThrowawayServers.defaultBase(),
                binaries(),
                request.embeddedVersion().map(ServerVersion::parse));
    }

    /** Of the version that was asked for: {@code migrate.embeddedVersion}. */
    OptionalInt embeddedMajor() {
        return request.embeddedVersion()
                .map(version -> OptionalInt.of(ServerVersion.parse(version).major()))
                .orElse(OptionalInt.empty());
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
        return spring.isPresent() ? spring.get().defaultSchema() : Optional.empty();
    }

    Optional<String> springChangelog() {
        return spring.isPresent() ? spring.get().changelog() : Optional.empty();
    }

    Map<String, String> springParameters() {
        return spring.isPresent() ? spring.get().parameters() : Map.of();
    }

    String springContexts() {
        return spring.isPresent() ? spring.get().contexts().orElse("") : "";
    }

    String springLabels() {
        return spring.isPresent() ? spring.get().labels().orElse("") : "";
    }
}
