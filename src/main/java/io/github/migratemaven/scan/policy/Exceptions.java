package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.SourceFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The exceptions of one scan: what was configured, and the comments of the files that it reads. Not thread-safe. */
public final class Exceptions {
    /** In each file whose comments hold exceptions. */
    public static final Clue CLUE = new Clue(List.of(Set.of(Clue.part(AllowComments.WORD))));

    private static final String BAD = "bad-exception";
    private static final String UNUSED = "unused-exception";
    private static final String UNUSED_HINT =
            "Take it out; a comment stands on the finding's line or on the line above, a file is a pattern over whole paths.";

    private final List<Allowed> configured;
    private final Map<String, List<Allowed>> comments = new LinkedHashMap<>();
    private final Set<Allowed> used = new HashSet<>();
    private final Set<String> ids;
    private final LocalDate today;

    /** @param ids of the catalogue */
    public Exceptions(List<Allowed> configured, Set<String> ids, LocalDate today) {
        this.configured = List.copyOf(configured);
        this.ids = Set.copyOf(ids);
        this.today = today;
    }

    /** Whether a finding is about an exception itself, and not about something banned. */
    public static boolean isAbout(Finding finding) {
        return finding.id().equals(BAD) || finding.id().equals(UNUSED);
    }

    /** Takes in the comments of a file. */
    public void read(SourceFile file) {
        List<Allowed> found = AllowComments.in(file, ids);
        if (!found.isEmpty()) {
            comments.put(file.path(), found);
        }
    }

    /**
     * The findings as they are with these exceptions: an allowed one is info and says why; of one whose exception does not count
     * the message says so. Exceptions that are wrong or that nothing needs are findings of their own.
     */
    public List<Finding> applied(List<Finding> findings) {
        if (configured.isEmpty() && comments.isEmpty()) {
            return findings;
        }
        List<Finding> result = new ArrayList<>();
        findings.forEach(finding -> result.add(applied(finding)));
        List<Allowed> all = new ArrayList<>(configured);
        comments.values().forEach(all::addAll);
        for (Allowed exception : all) {
            if (!exception.problem().isEmpty()) {
                result.add(of(
                        exception,
                        BAD,
                        "This exception does not count: " + exception.problem(),
                        "Write it as: " + AllowComments.FORM));
            } else if (!used.contains(exception)) {
                result.add(of(exception, UNUSED, "Nothing is found that this exception allows", UNUSED_HINT));
            }
        }
        return result;
    }

    private Finding applied(Finding finding) {
        if (finding.position().isEmpty()) {
            return finding;
        }
        Position at = finding.position().get();
        List<Allowed> covering = Stream.concat(
                        comments.getOrDefault(at.file(), List.of()).stream(), configured.stream())
                .filter(exception -> exception.scope().covers(finding.id(), at))
                .toList();
        used.addAll(covering);
        Optional<Allowed> counts = covering.stream()
                .filter(exception -> exception.problem().isEmpty() && !exception.expired(today))
                .findFirst();
        if (counts.isPresent()) {
            String until = counts.get().until().map(day -> " until " + day).orElse("");
            String where = counts.get().place().words();
            return with(
                    finding,
                    Severity.INFO,
                    "allowed" + until + " by " + where + ": " + counts.get().reason());
        }
        return covering.stream()
                .findFirst()
                .map(exception -> with(finding, finding.severity(), failing(exception)))
                .orElse(finding);
    }

    private static String failing(Allowed exception) {
        String where = "the exception at " + exception.place().words();
        return exception.problem().isEmpty()
                ? where + " expired on "
                        + exception.until().map(Object::toString).orElse("") + ": " + exception.reason()
                : where + " does not count: " + exception.problem();
    }

    private static Finding with(Finding finding, Severity severity, String note) {
        return new Finding(
                finding.id(),
                severity,
                finding.message() + " (" + note + ")",
                finding.position(),
                finding.chain(),
                finding.suggestion());
    }

    private static Finding of(Allowed exception, String id, String message, String hint) {
        String where = exception.place().position().isPresent()
                ? ""
                : " (" + exception.place().words() + ")";
        return new Finding(
                id, Severity.WARNING, message + where, exception.place().position(), List.of(), hint);
    }
}
