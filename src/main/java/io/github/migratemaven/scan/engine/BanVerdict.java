package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.policy.Exceptions;
import io.github.migratemaven.scan.policy.Policy;
import io.github.migratemaven.scan.policy.PolicyReader;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** What the scan says of a build, for the goal and the rule alike. */
public record BanVerdict(List<Finding> findings) {
    public BanVerdict {
        findings = List.copyOf(findings);
    }

    /** @throws MigrateException with an {@code InvalidInput} for a configuration or folder that will not do */
    public static BanVerdict of(BanRequest request) {
        Bans.checkFolder(request.root());
        Policy policy = PolicyReader.read(request.root(), request.settings());
        return new BanVerdict(Bans.scan(request.root(), policy, LocalDate.now()).findings());
    }

    public boolean passed() {
        return errors().isEmpty();
    }

    public List<Finding> errors() {
        return of(Severity.ERROR);
    }

    public List<Finding> warnings() {
        return of(Severity.WARNING);
    }

    private List<Finding> of(Severity severity) {
        return findings.stream().filter(f -> f.severity() == severity).toList();
    }

    /** Every error with its chain, its reason and its cure. */
    public String message() {
        return "A destructive schema push can run in this build:\n"
                + errors().stream().map(BanVerdict::describe).collect(Collectors.joining("\n"));
    }

    /** The chain, why it is dangerous, what to write instead; of an exception that is wrong, what to do about it. */
    public static String describe(Finding finding) {
        String where = finding.chain().isEmpty()
                ? finding.position().map(Object::toString).orElse("banSchemaPush")
                : String.join(" → ", finding.chain());
        String next = Exceptions.isAbout(finding) ? "Next: " : "Instead: ";
        return "  " + where + "\n    " + finding.message() + "\n    " + next + finding.suggestion();
    }
}
