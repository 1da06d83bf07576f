package io.github.migratemaven.enforcer;

import io.github.migratemaven.scan.engine.BanGate;
import java.io.File;
import java.util.Objects;
import java.util.Optional;
import javax.inject.Inject;
import javax.inject.Named;
import org.apache.maven.enforcer.rule.api.AbstractEnforcerRule;
import org.apache.maven.enforcer.rule.api.EnforcerRuleException;
import org.apache.maven.execution.MavenSession;

/**
 * Fails the build when a destructive schema push can run in it.
 *
 * <pre>{@code
 * <banSchemaPush>
 *   <strict>false</strict>
 *   <developmentScripts>allow</developmentScripts>
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
    private boolean strict;

    /** What becomes of a push that nothing in the build reaches: allow, warn or fail. */
    private String developmentScripts = "allow";

    @Inject
    public BanSchemaPush(MavenSession session) {
        this.session = Objects.requireNonNull(session);
    }

    @Override
    public void execute() throws EnforcerRuleException {
        Optional<String> refusal = BanGate.check(root(), strict, developmentScripts, getLog()::warn);
        if (refusal.isPresent()) {
            throw new EnforcerRuleException(refusal.get());
        }
    }

    /** One scan for a whole multi-module build: the plugin asks each module's rule, and remembers an answer by this id. */
    @Override
    public String getCacheId() {
        return "banSchemaPush " + root() + " " + strict + " " + developmentScripts;
    }

    private File root() {
        return directory == null ? new File(session.getExecutionRootDirectory()) : directory;
    }

    @Override
    public String toString() {
        return "banSchemaPush[directory=" + root() + ", strict=" + strict + ", developmentScripts=" + developmentScripts
                + "]";
    }
}
