package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Finding.Fix;
import io.github.migratemaven.scan.policy.Exceptions;
import java.util.ArrayList;
import java.util.List;

/** What a person reads when the rule fails: the chain, why it is dangerous, what to write instead. 100 columns at most. */
final class BanMessage {
    /** 100 columns less the {@code [ERROR] } that Maven writes before each line. */
    private static final int WIDTH = 92;

    private static final int LABEL = 11;
    /** A rule's message is for a screen; the goal's report has all. */
    private static final int SHOWN = 20;

    private final List<String> lines = new ArrayList<>();

    private BanMessage() {}

    static String of(List<Finding> errors) {
        BanMessage message = new BanMessage();
        message.lines.add("A destructive schema push can run in this build:");
        for (Finding finding : errors.subList(0, Math.min(SHOWN, errors.size()))) {
            message.lines.add("");
            message.finding(finding);
        }
        if (errors.size() > SHOWN) {
            message.lines.add("");
            message.lines.add("… and " + (errors.size() - SHOWN) + " more: mvn migrate:check-scripts shows them all");
        }
        message.lines.add("");
        message.lines.addAll(MigrationJob.lines(errors));
        return String.join("\n", message.lines);
    }

    /** A single finding, for a warning. */
    static String of(Finding finding) {
        BanMessage message = new BanMessage();
        message.finding(finding);
        return String.join("\n", message.lines);
    }

    private void finding(Finding finding) {
        String where = finding.chain().isEmpty()
                ? finding.position().map(Object::toString).orElse("banSchemaPush")
                : String.join(" → ", finding.chain());
        wrapped("", "    ", where);
        labelled("why", finding.message());
        finding.fix().filter(fix -> fix.byHand().isEmpty()).ifPresent(this::replacement);
        labelled(Exceptions.isAbout(finding) ? "next" : "instead", finding.suggestion());
        finding.rule().map(Finding.Rule::link).filter(link -> !link.isEmpty()).ifPresent(link -> labelled("see", link));
    }

    private void replacement(Fix fix) {
        labelled("now", fix.before());
        labelled("write", fix.after().isEmpty() ? "nothing: take it out" : fix.after());
    }

    private void labelled(String label, String text) {
        String head = "  " + label + " ".repeat(LABEL - 2 - label.length());
        for (String line : text.lines().toList()) {
            wrapped(head, " ".repeat(LABEL), line);
            head = " ".repeat(LABEL);
        }
    }

    /** Breaks at blanks only: a word is a path, an address or a command. */
    private void wrapped(String head, String margin, String text) {
        StringBuilder line = new StringBuilder(head);
        boolean empty = true;
        for (String word : printable(text).split(" ")) {
            if (!empty && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(margin);
                empty = true;
            }
            line.append(empty ? "" : " ").append(word);
            empty = false;
        }
        lines.add(line.toString());
    }

    /** A project's file must not move the terminal's cursor. */
    private static String printable(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '\uFFFD' : c)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
