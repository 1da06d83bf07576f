package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;

/** Which database this is about, and how we came to it. */
final class TargetSection implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        if (outcome.target().isPresent()) {
            Outcome.TargetSummary target = outcome.target().get();
            page.gap();
            page.fact("Database", database(target));
            page.fact("Server", server(target));
            page.fact("Target", purpose(target));
        }
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
        String environment = Printable.line(target.environment());
        String origin = target.origin().isEmpty() ? "" : "address from " + Printable.line(target.origin());
        return environment + (environment.isEmpty() || origin.isEmpty() ? "" : ", ") + origin;
    }
}
