package io.github.migratemaven.report;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.Outcome;
import java.util.function.UnaryOperator;

/** Why the goal did not end well: where, what, what next. */
final class ErrorSection implements Section {
    @Override
    public void write(Outcome outcome, Page page) {
        if (outcome.error().isPresent()) {
            write(outcome.error().get(), page);
        }
    }

    private static void write(Failure error, Page page) {
        page.gap();
        String code = Printable.line(error.code());
        if (error.sqlState().isPresent()) {
            code += " (SQLSTATE " + Printable.line(error.sqlState().get()) + ")";
        }
        page.fact("Error", code, page.paint()::red);
        if (error instanceof Failure.StepFailed step) {
            page.fact(
                    "",
                    "in changeset " + Printable.line(step.changeset().id()) + " by "
                            + Printable.line(step.changeset().author()));
        }
        if (error.position().isPresent()) {
            page.fact("", Printable.line(error.position().get().toString()));
        }
        for (String paragraph : Page.paragraphs(error.message())) {
            page.fact("", paragraph);
        }
        String label = "Next";
        for (String paragraph : Page.paragraphs(error.hint())) {
            page.fact(label, paragraph, UnaryOperator.identity());
            label = "";
        }
    }
}
