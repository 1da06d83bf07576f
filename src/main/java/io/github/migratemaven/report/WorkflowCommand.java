package io.github.migratemaven.report;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One annotation as GitHub's runner reads it from the log, {@code ::error file=…,line=…::message}. Escapes as in actions/toolkit,
 * {@code packages/core/src/command.ts}.
 *
 * @param kind {@code error}, {@code warning} or {@code notice}
 * @param message may have several lines
 */
record WorkflowCommand(String kind, Optional<Position> position, String title, String message) {

    static WorkflowCommand of(String goal, Failure error) {
        return new WorkflowCommand(
                "error",
                error.position(),
                "migrate:" + goal + " " + error.code(),
                error.message() + "\n" + error.hint());
    }

    static WorkflowCommand of(String goal, Finding finding) {
        String more = finding.suggestion() == null || finding.suggestion().isEmpty() ? "" : "\n" + finding.suggestion();
        String write = finding.fix()
                .filter(fix -> !fix.after().isEmpty())
                .map(fix -> "\nWrite: " + fix.after())
                .orElse("");
        String via = finding.chain().size() < 2 ? "" : "\nVia " + String.join(" → ", finding.chain());
        return new WorkflowCommand(
                kind(finding.severity()),
                finding.position(),
                "migrate:" + goal + " " + finding.id(),
                finding.message() + via + write + more);
    }

    String line() {
        List<String> properties = new ArrayList<>();
        position.ifPresent(p -> {
            properties.add("file=" + property(p.file()));
            if (p.line() > 0) {
                properties.add("line=" + p.line());
            }
            if (p.column() > 0) {
                properties.add("col=" + p.column());
            }
        });
        properties.add("title=" + property(title));
        return "::" + kind + " " + String.join(",", properties) + "::" + data(message);
    }

    private static String kind(Severity severity) {
        return severity == Severity.INFO ? "notice" : severity.word();
    }

    private static String property(String text) {
        return percent(Printable.line(text)).replace(":", "%3A").replace(",", "%2C");
    }

    private static String data(String text) {
        return Page.paragraphs(text).stream().map(WorkflowCommand::percent).collect(Collectors.joining("%0A"));
    }

    private static String percent(String text) {
        return text.replace("%", "%25");
    }
}
