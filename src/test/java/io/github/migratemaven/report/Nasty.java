package io.github.migratemaven.report;

import io.github.migratemaven.model.AppliedChangeset;
import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.model.Severity;
import io.github.migratemaven.model.State;
import io.github.migratemaven.model.StepResult;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** An outcome in which everything that somebody else wrote is an attack on the place where it is shown. */
final class Nasty {
    /** Line ends of every kind, workflow commands, Markdown, HTML, ANSI codes, a right-to-left override, a lone surrogate. */
    static final String TEXT =
            "::error::x\n::set-output name=state::up-to-date\r\n##[add-path]/evil ##vso[task] a|b `c` "
                    + "</code><script>alert(1)</script> **d** [e](http://evil) %0A%25 \u001b[31mred\u001b[0m\u0085\u2028\u202eabc\uD800"
                    + "\tx ```` ' \" \\ $f$ @team #1 */ $$";

    static final String LONG = TEXT + " 長い名前🚀".repeat(30) + "y".repeat(300);

    private Nasty() {}

    static Outcomes outcome(String goal) {
        ChangesetId id = new ChangesetId(LONG, TEXT, TEXT);
        Position at = new Position(LONG, 1_234_567, 9);
        Outcomes nasty = Outcomes.of(goal, State.values());
        nasty.target = Optional.of(new Outcome.TargetSummary(LONG, TEXT, TEXT, TEXT, TEXT, TEXT, LONG));
        nasty.pending(id, at).pending(new ChangesetId("", "", ""), at).deployed("ok", "ada", 5, "SELECT 1");
        nasty.applied.add(new AppliedChangeset(
                id, Optional.of(at), LocalDateTime.parse("2026-11-13T17:00:00.123"), TEXT, OptionalLong.of(90_000)));
        nasty.steps.add(new StepResult(id, LONG, at, 90_000, 3));
        nasty.planned(
                id,
                at,
                List.of(TEXT, LONG),
                Outcomes.sql(id, at, LONG, true, LONG, TEXT),
                Outcomes.engine(id, at, TEXT, LONG));
        nasty.lastRun("failed", null, LONG);
        nasty.error = Optional.of(
                new Failure.StepFailed("step-failed", LONG, TEXT, id, Optional.of(at), Optional.of("42703")));
        return nasty.finding(new Finding("edited", Severity.INFO, LONG, Optional.of(at), List.of(LONG, TEXT), TEXT))
                .finding(new Finding("missing", Severity.ERROR, TEXT, Optional.of(at), List.of(), LONG));
    }
}
