package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.Changeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.PlannedChangeset;
import io.github.migratemaven.model.PlannedChangeset.PlannedStep;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.RunRecord;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.StepResult;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which value stands under which key. A key once published keeps its name and meaning; the schema is changed with it.
 *
 * <p>It is one body for all kinds of objects: a method reference for each would cost every goal a class made at run time.
 */
final class OutcomeJson implements JsonFields.Body {
    private final JsonFields json;

    OutcomeJson(JsonFields json) {
        this.json = json;
    }

    void write(Outcome outcome) {
        json.object(outcome, this);
    }

    @Override
    public void fields(Object value) {
        if (value instanceof Outcome outcome) {
            outcome(outcome);
        } else if (value instanceof Outcome.TargetSummary target) {
            target(target);
        } else if (value instanceof AppliedChangeset changeset) {
            applied(changeset);
        } else if (value instanceof Changeset changeset) {
            pending(changeset);
        } else if (value instanceof StepResult step) {
            ran(step);
        } else if (value instanceof PlannedStep step) {
            planned(step);
        } else if (value instanceof ChangesetId identity) {
            identity(identity);
        } else if (value instanceof Finding finding) {
            finding(finding);
        } else if (value instanceof Finding.Fix fix) {
            fix(fix);
        } else if (value instanceof RunRecord run) {
            lastRun(run);
        } else if (value instanceof Failure error) {
            error(error);
        } else {
            throw new IllegalArgumentException("No fields are known of " + value.getClass());
        }
    }

    private void outcome(Outcome outcome) {
        json.text("goal", outcome.goal());
        json.text("state", outcome.state().isPresent() ? outcome.state().get().word() : null);
        json.strings("states", words(outcome.states()));
        json.object("target", outcome.target(), this);
        json.objects("applied", outcome.applied(), this);
        json.objects("pending", outcome.pending(), this);
        json.objects("steps", outcome.script().isEmpty() ? outcome.steps() : planned(outcome), this);
        json.objects("findings", outcome.findings(), this);
        json.object("lastRun", outcome.lastRun(), this);
        json.object("error", outcome.error(), this);
        json.text("startedAt", utc(outcome.startedAt()));
        json.number("millis", outcome.took().toMillis());
    }

    private static List<String> words(Collection<State> states) {
        List<String> words = new ArrayList<>();
        for (State state : states) {
            words.add(state.word());
        }
        return words;
    }

    private static List<PlannedStep> planned(Outcome outcome) {
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedChangeset.Script changeset : outcome.script()) {
            steps.addAll(changeset.steps());
        }
        return steps;
    }

    private void target(Outcome.TargetSummary target) {
        json.text("host", target.host());
        json.text("database", target.database());
        json.text("schema", target.schema());
        json.text("user", target.user());
        json.text("server", target.server());
        json.text("environment", target.environment());
        json.text("origin", target.origin());
    }

    private void applied(AppliedChangeset changeset) {
        identity(changeset.identity());
        json.place(changeset.position(), false);
        json.text(
                "executedAt",
                changeset.executedAt() == null
                        ? null
                        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(changeset.executedAt()));
        json.text("execType", changeset.execType());
        if (changeset.millis().isPresent()) {
            json.number("millis", changeset.millis().getAsLong());
        }
    }

    private void pending(Changeset changeset) {
        identity(changeset.identity());
        json.place(Optional.of(changeset.position()), false);
    }

    private void ran(StepResult step) {
        step(step.text(), step.position(), step.changeset());
        json.number("millis", step.millis());
        json.number("rows", step.rows(), 0);
    }

    private void planned(PlannedStep step) {
        step(step.step().text(), step.step().position(), step.changeset());
        json.flag("transactional", step.transactional());
        json.text("lock", step.lock());
        json.text("risk", step.risk());
    }

    private void step(String sql, Position position, ChangesetId changeset) {
        json.text("sql", sql);
        json.place(Optional.of(position), true);
        json.object("changeset", Optional.of(changeset), this);
    }

    private void identity(ChangesetId identity) {
        json.text("id", identity.id());
        json.text("author", identity.author());
        json.text("path", identity.path());
    }

    private void finding(Finding finding) {
        json.text("id", finding.id());
        json.text("severity", finding.severity().word());
        json.text("message", finding.message());
        json.place(finding.position(), true);
        json.strings("chain", finding.chain());
        json.text("suggestion", finding.suggestion());
        json.text("link", finding.rule().isPresent() ? finding.rule().get().link() : null);
        json.object("fix", finding.fix(), this);
    }

    private void fix(Finding.Fix fix) {
        json.text("before", fix.before());
        json.text("after", fix.after());
        json.text("byHand", fix.byHand());
    }

    /** Without its catalogue: that is for drift to compare, thousands of entries on a large schema. */
    private void lastRun(RunRecord run) {
        json.text("id", run.id());
        json.text("goal", run.goal());
        json.text("state", run.state());
        json.text("startedAt", utc(run.startedAt()));
        json.text("finishedAt", utc(run.finishedAt()));
        json.text("executedBy", run.executedBy());
        json.text("source", run.source());
        json.text("gitCommit", run.gitCommit());
        json.text("toolVersion", run.toolVersion());
        json.text("error", run.error());
    }

    private void error(Failure error) {
        json.text("code", error.code());
        json.text("message", error.message());
        json.text("hint", error.hint());
        json.place(error.position(), true);
        json.text("sqlstate", error.sqlState().orElse(null));
    }

    private static String utc(Instant instant) {
        return instant == null ? null : DateTimeFormatter.ISO_INSTANT.format(instant);
    }
}
