package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.policy.Policy;
import io.github.migratemaven.scan.policy.PolicyReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Finding> found = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == severity) {
                found.add(finding);
            }
        }
        return found;
    }

    /** Every error with its chain, its reason and its cure. */
    public String message() {
        return BanMessage.of(errors());
    }

    /** The chain, why it is dangerous, what to write instead; of an exception that is wrong, what to do about it. */
    public static String describe(Finding finding) {
        return BanMessage.of(finding);
    }

    /** Why the goal fails; empty when it does not. The findings say the rest. */
    public Optional<Failure> failure() {
        if (passed()) {
            return Optional.empty();
        }
        Finding first = errors().get(0);
        String position = first.position().isPresent() ? first.position().get().toString() : "";
        String where = first.chain().isEmpty() ? position : String.join(" → ", first.chain());
        String others = errors().size() == 1 ? "" : " (and " + (errors().size() - 1) + " more)";
        return Optional.of(new Failure.Rejected(
                first.id(),
                "a destructive schema push can run in this build: " + where + others,
                "Take it out of the build as the findings say, and apply migrations with mvn migrate:deploy in a job of its own,"
                        + " before the code is deployed. -Dmigrate.fix shows the edits as a patch.",
                first.position()));
    }
}
