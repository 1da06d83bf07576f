package io.github.migratemaven.report;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Outcome;
import java.util.List;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/** What a person should know, each with its place and what to do about it. */
final class FindingsSection implements Section {
    private static final int INDENT = 2;
    private static final int LABEL = 10;
    private static final int SHOWN = 100;

    @Override
    public void write(Outcome outcome, Page page) {
        List<Finding> findings = outcome.findings();
        if (findings.isEmpty()) {
            return;
        }
        page.title("Findings");
        int shown = Math.min(SHOWN, findings.size());
        boolean first = true;
        for (Finding finding : findings.subList(0, shown)) {
            if (!first) {
                page.gap();
            }
            first = false;
            finding(finding, page);
        }
        if (findings.size() > shown) {
            page.line("  … and " + (findings.size() - shown) + " more: " + outcome.goal() + ".json has them all");
        }
    }

    private static void finding(Finding finding, Page page) {
        Paint paint = page.paint();
        String where = finding.position().isEmpty()
                ? ""
                : Printable.line(finding.position().get().toString());
        String head = Fit.pad(finding.severity().word(), LABEL);
        String title = Printable.line(finding.id()) + (where.isEmpty() ? "" : "  " + where);
        page.line(" ".repeat(INDENT)
                + paint.severity(finding.severity(), head)
                + Fit.middle(title, Page.WIDTH - INDENT - LABEL));
        for (String paragraph : Page.paragraphs(finding.message())) {
            page.property(INDENT, LABEL, "", paragraph, UnaryOperator.identity());
        }
        if (!finding.chain().isEmpty()) {
            StringJoiner chain = new StringJoiner(" → ");
            for (String link : finding.chain()) {
                chain.add(Printable.line(link));
            }
            page.property(INDENT, LABEL, "via", chain.toString(), UnaryOperator.identity());
        }
        if (finding.fix().isPresent()) {
            fix(finding.fix().get(), page);
        }
        String name = "next";
        for (String paragraph : Page.paragraphs(finding.suggestion())) {
            page.property(INDENT, LABEL, name, paragraph, UnaryOperator.identity());
            name = "";
        }
        if (finding.rule().isPresent() && !finding.rule().get().link().isEmpty()) {
            String link = Printable.line(finding.rule().get().link());
            page.property(INDENT, LABEL, "see", link, UnaryOperator.identity());
        }
    }

    /** The line as it is and as it would be. */
    private static void fix(Finding.Fix fix, Page page) {
        if (!fix.byHand().isEmpty()) {
            page.property(INDENT, LABEL, "by hand", Printable.line(fix.byHand()), UnaryOperator.identity());
            return;
        }
        page.property(INDENT, LABEL, "now", fix.before(), UnaryOperator.identity());
        String after = fix.after().isEmpty() ? "nothing: take it out" : fix.after();
        page.property(INDENT, LABEL, "write", after, page.paint()::green);
    }
}
