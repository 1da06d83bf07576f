package io.github.migratemaven.mojo;

import io.github.migratemaven.maven.BuildValues;
import io.github.migratemaven.maven.MavenProgress;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.report.Reports;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals with a changelog and a target share: guard, request, one service, outcome, verdict. */
abstract class MigrateMojo extends AbstractMojo {
    private final Components components;

    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    @Parameter(defaultValue = "${project}", readonly = true)
    private MavenProject project;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    /**
     * The changelog: a path relative to the project's folder or to one of its resource folders, or {@code classpath:…}.
     * Default: the first that exists of {@code src/main/resources/db/changelog/db.changelog-master} with the ending
     * {@code .yaml}, {@code .yml}, {@code .xml}, {@code .json}, {@code .sql}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.changelog")
    private String changelog;

    /**
     * Id of a {@code <server>} in settings.xml that has user name and password, encrypted ones too.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.serverId")
    private String serverId;

    /**
     * The schema that the changelog's objects and the history live in, exactly as spelled. Deploy creates it if it is missing.
     * Default: the schema of the URL ({@code ?schema=} or {@code currentSchema}), else the first of the user's search_path.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.schema")
    private String schema;

    /**
     * Contexts to run, as in Liquibase: {@code prod,seed}. Default: all changesets, whatever their context.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.contexts", defaultValue = "")
    private String contexts;

    /**
     * Label expression, as in Liquibase: {@code v1 or hotfix}. Default: all changesets, whatever their labels.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.labels", defaultValue = "")
    private String labels;

    /**
     * Values for <code>${name}</code> in the changelog; on the command line {@code -Dmigrate.parameters=name=value,other=value},
     * which wins.
     *
     * <pre>{@code
     * <parameters>
     *   <tablespace>fast</tablespace>
     * </parameters>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> parameters;

    /**
     * What the target is for: {@code development}, {@code preview}, {@code staging} or {@code production}. The first deploy
     * that is told stamps the target with it; a build for another environment is refused from then on. Default:
     * {@code production}, or {@code development} with {@code migrate.embedded}; a default stamps nothing, except on the dev
     * server.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.environment")
    private String environment;

    /**
     * {@code true} = the project's dev server: an embedded PostgreSQL under {@code .migrate/} whose data stays between builds.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.embedded", defaultValue = "false")
    private boolean embedded;

    /**
     * Version of the embedded server: a major version ({@code 17}) or a full one. Default: that of the data that is there, else
     * the newest known.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.embeddedVersion")
    private String embeddedVersion;

    /**
     * Takes url, user, password, changelog, schema, contexts, labels and parameters from the project's Spring Boot
     * configuration ({@code spring.datasource.*}, {@code spring.liquibase.*}) where nothing else gives them.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.spring", defaultValue = "false")
    private boolean spring;

    /**
     * Spring profiles whose files count, for example {@code prod}. Implies {@code migrate.spring}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.springProfiles")
    private String springProfiles;

    /**
     * Accepts a connection through a pooler. Without the lock that a direct connection gives, two deploys at once are up to you.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.allowPooler", defaultValue = "false")
    private boolean allowPooler;

    /**
     * Where reports go: {@code <goal>.json} and the like.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.outputDirectory", defaultValue = "${project.build.directory}/migrate")
    private File outputDirectory;

    /**
     * {@code false} = a goal that is bound to the lifecycle logs one line and does nothing where no target is configured.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.requireTarget", defaultValue = "true")
    private boolean requireTarget;

    /**
     * Skips every goal of this plugin. {@code migrate.skipStatus}, {@code migrate.skipDeploy} and the like skip one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    MigrateMojo(Components components) {
        this.components = components;
    }

    /** The goal's name without its prefix. */
    abstract String goal();

    /** Builds the goal's service on a target and runs it. */
    abstract Outcome run(Composition composition, Composition.OpenTarget target);

    /** What the goal does: for most, something with one target. */
    Outcome work(Composition composition) {
        try (Composition.OpenTarget target = composition.open()) {
            return run(composition, target);
        }
    }

    /** True for a goal that works on the dev server, whatever the build names as its target. */
    boolean onDevServer() {
        return false;
    }

    /** A line that says why there is nothing to do; empty when there is. */
    Optional<String> reasonToDoNothing(Composition composition) {
        return composition.reasonToDoNothing(goal());
    }

    /** Services that write changesets. */
    final AuthorComposition authors(Composition composition) {
        return new AuthorComposition(composition, base(), new MavenProgress(getLog(), Optional.empty()));
    }

    final MavenSession session() {
        return session;
    }

    final MavenProject project() {
        return project;
    }

    /** Where reports go. */
    final Path outputDirectory() {
        return base().resolve(outputDirectory.toPath());
    }

    /** Whether somebody typed the goal, instead of binding it to a phase. */
    final boolean typed() {
        return execution.getSource() == MojoExecution.Source.CLI;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        BuildValues values = BuildValues.of(session, execution, System.getenv());
        Optional<BuildValues.Found> skipOne = values.find(skipName());
        if (skip || skipOne.isPresent() && Boolean.parseBoolean(skipOne.get().value())) {
            getLog().info("migrate:" + goal() + " is skipped.");
            return;
        }
        Instant start = Instant.now();
        Outcome outcome;
        try {
            Composition composition =
                    new Composition(request(values), components, new MavenProgress(getLog(), Terminal.writer(session)));
            Optional<String> idle = reasonToDoNothing(composition);
            if (idle.isPresent()) {
                getLog().info(idle.get());
                return;
            }
            outcome = work(composition);
        } catch (MigrateException e) {
            outcome = Outcome.failed(goal(), e.failure(), start, Duration.between(start, Instant.now()));
        }
        conclude(outcome);
    }

    private void conclude(Outcome outcome) throws MojoExecutionException, MojoFailureException {
        try {
            reports().publish(outcome);
        } catch (MigrateException e) {
            throw new MojoExecutionException(e.getMessage());
        }
        if (outcome.error().isPresent()) {
            Failure failure = outcome.error().get();
            // No cause: Maven would print its message, too, and with -X its stack; ours says what a person can do.
            if (failure instanceof Failure.Rejected || failure instanceof Failure.StepFailed) {
                throw new MojoFailureException(failure.describe());
            }
            throw new MojoExecutionException(failure.describe());
        }
    }

    private Reports reports() {
        boolean colour = Terminal.takesColour(
                session.getUserProperties().getProperty("style.color"),
                session.getRequest().isInteractiveMode(),
                System.getenv());
        return new Reports(
                outputDirectory(), System.getenv(), colour, new Lines(getLog(), false), new Lines(getLog(), true));
    }

    /** Not a lambda: what the JDK makes for one like this takes 4 ms of every goal. */
    private record Lines(Log log, boolean warnings) implements Consumer<String> {
        @Override
        public void accept(String line) {
            if (warnings) {
                log.warn(line);
            } else {
                log.info(line);
            }
        }
    }

    private TargetedRequest request(BuildValues values) {
        return new TargetedRequest(
                session,
                project == null || project.getFile() == null ? Optional.empty() : Optional.of(project),
                values,
                base(),
                given(changelog),
                given(schema),
                contexts == null ? "" : contexts,
                labels == null ? "" : labels,
                parameters == null ? Map.of() : parameters,
                given(environment).isPresent() ? Optional.of(Text.environment(environment)) : Optional.empty(),
                embedded || onDevServer(),
                given(embeddedVersion),
                spring || springProfiles != null,
                springProfiles == null ? List.of() : List.of(springProfiles.split("\\s*,\\s*")),
                allowPooler,
                requireTarget || typed(),
                components.version());
    }

    /** What is blank was not given. */
    private static Optional<String> given(String text) {
        return text == null || text.isBlank() ? Optional.empty() : Optional.of(text);
    }

    private String skipName() {
        return "skip" + Character.toUpperCase(goal().charAt(0)) + goal().substring(1);
    }

    /** The project's folder; outside a project the folder that Maven was started in. */
    final Path base() {
        return project == null || project.getBasedir() == null
                ? Path.of(session.getExecutionRootDirectory())
                : project.getBasedir().toPath();
    }
}
