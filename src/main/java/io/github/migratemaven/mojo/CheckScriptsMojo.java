package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.report.FixReport;
import io.github.migratemaven.report.Reports;
import io.github.migratemaven.scan.engine.BanRequest;
import io.github.migratemaven.scan.engine.BanVerdict;
import io.github.migratemaven.scan.engine.Bans;
import io.github.migratemaven.scan.engine.MigrationJob;
import io.github.migratemaven.scan.policy.BanSettings;
import io.github.migratemaven.scan.policy.EntryElement;
import io.github.migratemaven.scan.policy.ExceptionElement;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/**
 * Fails when a destructive schema push can run in a build, pipeline, image or deployment: {@code prisma db push},
 * {@code ddl-auto=update}, {@code flyway:clean} and their like. Reads build scripts of every kind, follows what they call, and
 * runs nothing. Works outside Maven projects, too.
 *
 * @since 0.1.0
 */
@Mojo(name = "check-scripts", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public final class CheckScriptsMojo extends AbstractMojo {
    @Parameter(defaultValue = "${session}", readonly = true, required = true)
    private MavenSession session;

    /**
     * The folder whose scripts are read. Default: the folder that Maven was started in.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.directory")
    private File directory;

    /**
     * Whether what is allowed by default (tests, development profiles, throw-away databases) fails, too. Default: {@code false}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.strict")
    private Boolean strict;

    /**
     * What becomes of a push that nothing in the build reaches, such as a {@code db:push} script for developers: {@code allow}
     * (reported as info), {@code warn} or {@code fail}. Default: {@code allow}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.developmentScripts")
    private String developmentScripts;

    /**
     * A file with more of this configuration, seen from the directory. Default: {@code .migrate-ban.yml} there, if it exists. Its
     * keys are the names of {@code includes}, {@code excludes}, {@code severities}, {@code exceptions}, {@code entries},
     * {@code catalogs}, {@code strict} and {@code developmentScripts}; docs/ban-configuration.md describes it.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.banFile")
    private String banFile;

    /**
     * Patterns of the files that are read, seen from the directory: {@code *} within a name, {@code **} across folders. Default:
     * everything that people write.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.includes")
    private List<String> includes;

    /**
     * Patterns of files and folders that are not read, such as {@code examples}; .gitignore and what tools write
     * are left out anyway.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.excludes")
    private List<String> excludes;

    /**
     * Severity by catalogue id, instead of the catalogue's own: error, warning or info.
     *
     * <pre>{@code
     * <severities>
     *   <prisma-migrate-dev>warning</prisma-migrate-dev>
     * </severities>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private Map<String, String> severities;

    /**
     * What is allowed, and why. A file, an id or both; a reason; perhaps the last day.
     *
     * <pre>{@code
     * <exceptions>
     *   <exception>
     *     <file>scripts/preview.sh</file>
     *     <id>prisma-db-push</id>
     *     <reason>The preview database lives as long as its pull request.</reason>
     *     <until>2027-01-31</until>
     *   </exception>
     * </exceptions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<ExceptionElement> exceptions;

    /**
     * More to ban, in short: a command (program, words, options that must be there) or a setting (key=value).
     *
     * <pre>{@code
     * <entries>
     *   <entry>
     *     <id>our-wipe</id>
     *     <command>ourtool wipe --all</command>
     *     <why>It empties the database.</why>
     *     <instead>Run `ourtool migrate`.</instead>
     *   </entry>
     * </entries>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<EntryElement> entries;

    /**
     * Files with more to ban, in the form of the plugin's own catalogue, seen from the directory.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.catalogs")
    private List<String> catalogs;

    /**
     * Whether the edits that would get rid of the findings are shown, as a unified diff, and written to
     * {@code check-scripts.patch} in {@code migrate.outputDirectory}. No file of the project is changed: apply it with
     * {@code git apply} in the folder that was read.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.fix", defaultValue = "false")
    private boolean fix;

    /**
     * Where reports go.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.outputDirectory", defaultValue = "${project.build.directory}/migrate")
    private File outputDirectory;

    /**
     * Skips every goal of this plugin; {@code migrate.skipCheckScripts} skips this one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.skip", defaultValue = "false")
    private boolean skip;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "migrate.skipCheckScripts", defaultValue = "false")
    private boolean skipCheckScripts;

    @Override
    public void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipCheckScripts) {
            getLog().info("migrate:check-scripts is skipped.");
            return;
        }
        Path root = directory == null ? Path.of(session.getExecutionRootDirectory()) : directory.toPath();
        BanSettings settings = settings();
        if (!OncePerBuild.isFirst(
                session, "check-scripts|" + root + "|" + settings, String.valueOf(session.getCurrentProject()))) {
            getLog().info("migrate:check-scripts: done already in this build.");
            return;
        }
        Instant start = Instant.now();
        Outcome outcome;
        try {
            BanVerdict verdict = BanVerdict.of(new BanRequest(root, settings));
            List<Finding> findings = verdict.findings();
            outcome = Outcome.ofFindings("check-scripts", findings, verdict.failure(), start, since(start));
        } catch (MigrateException e) {
            outcome = Outcome.failed("check-scripts", e.failure(), start, since(start));
        }
        Path reports = outputDirectory.toPath();
        boolean colour = Terminal.takesColour(
                session.getUserProperties().getProperty("style.color"),
                session.getRequest().isInteractiveMode(),
                System.getenv());
        new Reports(reports, System.getenv(), colour, getLog()::info, getLog()::warn).publish(outcome);
        remedy(root, reports, outcome);
        if (outcome.error().isPresent()) {
            Failure failure = outcome.error().get();
            if (failure instanceof Failure.Rejected) {
                throw new MojoFailureException(failure.describe());
            }
            throw new MojoExecutionException(failure.describe());
        }
    }

    private BanSettings settings() {
        return new BanSettings()
                .strict(strict)
                .developmentScripts(developmentScripts)
                .banFile(banFile)
                .files(includes, excludes)
                .severities(severities)
                .exceptions(exceptions)
                .entries(entries, catalogs);
    }

    private static Duration since(Instant start) {
        return Duration.between(start, Instant.now());
    }

    /** What takes the place of the push, and the patch that was asked for. */
    private void remedy(Path root, Path reports, Outcome outcome) throws MojoExecutionException {
        if (outcome.error().orElse(null) instanceof Failure.Rejected) {
            getLog().info("");
            for (String line : MigrationJob.lines(outcome.findings())) {
                getLog().info(line);
            }
        }
        if (fix) {
            try {
                new FixReport(reports, getLog()::info).publish(outcome, Bans.patch(root, outcome.findings()));
            } catch (IOException e) {
                throw new MojoExecutionException(
                        "The patch could not be written to " + reports + ": " + e.getMessage(), e);
            }
        }
    }
}
