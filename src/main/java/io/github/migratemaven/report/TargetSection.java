package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;
import java.util.ArrayList;
import java.util.List;

/** Which database this is about, and how we came to it. */
final class TargetSection implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        outcome.target().ifPresent(target -> {
            page.gap();
            page.fact("Database", database(target));
            page.fact("Server", server(target));
            page.fact("Target", purpose(target));
        });
    }

    static String database(Outcome.TargetSummary target) {
        String schema = Printable.line(target.schema());
        return Printable.line(target.host() + "/" + target.database()) + (schema.isEmpty() ? "" : ", schema " + schema);
    }

    static String server(Outcome.TargetSummary target) {
        if (target.server() == null || target.server().isEmpty()) {
            return "not reached";
        }
        String user = Printable.line(target.user());
        return "PostgreSQL " + Printable.line(target.server()) + (user.isEmpty() ? "" : ", as " + user);
    }

    static String purpose(Outcome.TargetSummary target) {
        List<String> parts = new ArrayList<>();
        parts.add(Printable.line(target.environment()));
        parts.add(target.origin().isEmpty() ? "" : "address from " + Printable.line(target.origin()));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
