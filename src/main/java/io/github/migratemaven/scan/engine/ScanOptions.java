package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.policy.Allowed;
import io.github.migratemaven.scan.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * How a scan judges.
 *
 * @param strict whether what is allowed by default because of its evidence fails, too
 * @param developmentScripts what becomes of a script that nothing reaches
 * @param severities severity by catalogue id, instead of the catalogue's own
 * @param exceptions what the owners allow
 * @param today exceptions that expired before it do not count
 */
public record ScanOptions(
        boolean strict,
        DevelopmentScripts developmentScripts,
        Map<String, Severity> severities,
        List<Allowed> exceptions,
        LocalDate today) {

    /** What becomes of a push that only a developer types. */
    public enum DevelopmentScripts {
        /** Reported as info. */
        ALLOW,
        WARN,
        FAIL
    }

    public ScanOptions {
        severities = Map.copyOf(severities);
        exceptions = List.copyOf(exceptions);
    }

    public static ScanOptions defaults(LocalDate today) {
        return new ScanOptions(false, DevelopmentScripts.ALLOW, Map.of(), List.of(), today);
    }

    static ScanOptions of(Policy policy, LocalDate today) {
        return new ScanOptions(
                policy.strict(),
                DevelopmentScripts.valueOf(policy.developmentScripts().toUpperCase(Locale.ROOT)),
                policy.severities(),
                policy.exceptions(),
                today);
    }

    /** Whether what a test does can be more than an info. */
    boolean testsCount() {
        return strict || developmentScripts != DevelopmentScripts.ALLOW;
    }

    /** Evidence that makes a finding mild. */
    static final Set<Script.Evidence> MILD = Set.of(
            Script.Evidence.TEST,
            Script.Evidence.DEVELOPMENT,
            Script.Evidence.THROWAWAY_DATABASE,
            Script.Evidence.REVIEW_APP);
}
