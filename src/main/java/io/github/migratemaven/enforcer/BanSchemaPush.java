package io.github.migratemaven.enforcer;

import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.scan.engine.BanGate;
import io.github.migratemaven.scan.policy.BanSettings;
import io.github.migratemaven.scan.policy.EntryElement;
import io.github.migratemaven.scan.policy.ExceptionElement;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleError;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;

/**
 * Fails the build when a destructive schema push can run in it. Everything is optional:
 *
 * <pre>{@code
 * <banSchemaPush>
 *   <strict>false</strict>
 *   <developmentScripts>allow</developmentScripts>
 *   <excludes>
 *     <exclude>examples</exclude>
 *   </excludes>
 *   <severities>
 *     <prisma-migrate-dev>warning</prisma-migrate-dev>
 *   </severities>
 *   <exceptions>
 *     <exception>
 *       <file>scripts/preview.sh</file>
 *       <id>prisma-db-push</id>
 *       <reason>The preview database lives as long as its pull request.</reason>
 *       <until>2027-01-31</until>
 *     </exception>
 *   </exceptions>
 *   <entries>
 *     <entry>
 *       <id>our-wipe</id>
 *       <command>ourtool wipe --all</command>
 *       <why>It empties the database.</why>
 *       <instead>Run `ourtool migrate`.</instead>
 *     </entry>
 *   </entries>
 * </banSchemaPush>
 * }</pre>
 *
 * <p>Compiled for Java 11: Maven before 3.9.6 does not find components in newer class files (docs/decisions/008).
 */
@Named("banSchemaPush")
public final class BanSchemaPush extends AbstractEnforcerRule {
    private final MavenSession session;

    /** The folder whose scripts are read; the folder that Maven was started in by default. */
    private File directory;

    /** Whether what is allowed by default (tests, development profiles, throw-away databases) fails, too. */
    private Boolean strict;

    /** What becomes of a push that nothing in the build reaches: allow (default), warn or fail. */
    private String developmentScripts;

    /** The file with more of this configuration, seen from the directory; .migrate-ban.yml by default, if it is there. */
    private String banFile;

    /** Patterns of what is read; everything by default. */
    private List<String> includes;

    /** Patterns of what is not read. */
    private List<String> excludes;

    /** Severity by catalogue id. */
    private Map<String, String> severities;

    private List<ExceptionElement> exceptions;

    /** More to ban, in short. */
    private List<EntryElement> entries;

    /** Files with more to ban, in the form of ours, seen from the directory. */
    private List<String> catalogs;

    @Inject
    public BanSchemaPush(MavenSession session) {
        this.session = Objects.requireNonNull(session);
    }

    @Override
    public void execute() throws EnforcerRuleException {
        Optional<String> refusal;
        try {
            refusal = BanGate.check(root(), settings(), getLog()::warn);
        } catch (MigrateException e) {
            throw new EnforcerRuleError(e.getMessage(), e);
        }
        if (refusal.isPresent()) {
            throw new EnforcerRuleException(refusal.get());
        }
    }

    /** One scan for a whole multi-module build: the plugin asks each module's rule, and remembers an answer by this id. */
    @Override
    public String getCacheId() {
        return toString();
    }

    private File root() {
        return directory == null ? new File(session.getExecutionRootDirectory()) : directory;
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

    @Override
    public String toString() {
        return "banSchemaPush[directory=" + root() + ", " + settings() + "]";
    }
}
