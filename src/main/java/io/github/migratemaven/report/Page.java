package io.github.migratemaven.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The console's lines as they grow: titles, labelled facts, tables. Made for one report, by one thread. */
final class Page {
    /** 100 columns less the {@code [INFO] } and the like that Maven's logger writes before each line. */
    static final int WIDTH = 93;

    private static final int LABEL = 10;

    private final List<String> lines = new ArrayList<>();
    private final Paint paint;

    Page(Paint paint) {
        this.paint = paint;
    }

    Paint paint() {
        return paint;
    }

    /** An empty line, unless there is one already. */
    void gap() {
        if (!lines.isEmpty() && !lines.get(lines.size() - 1).isEmpty()) {
            lines.add("");
        }
    }

    void title(String text) {
        gap();
        lines.add(paint.bold(text));
    }

    void line(String safe) {
        lines.add(safe);
    }

    /** A label in bold and its text, wrapped beside it. An empty label continues the one above; an empty text is left out. */
    void fact(String label, String text) {
        fact(label, text, UnaryOperator.identity());
    }

    void fact(String label, String text, UnaryOperator<String> colour) {
        labelled(0, LABEL, paint.bold(Fit.pad(label, LABEL)), text, colour);
    }

    /** A labelled word, painted already, and what it means: all of it our own and short. */
    void state(String label, String painted, String meaning) {
        lines.add(paint.bold(Fit.pad(label, LABEL)) + painted + meaning);
    }

    /** As a fact, but indented and with its label dim: a property of what stands above. */
    void property(int indent, int label, String name, String text, UnaryOperator<String> colour) {
        labelled(indent, label, paint.dim(Fit.pad(name, label)), text, colour);
    }

    void paragraph(int indent, String text) {
        labelled(indent, 0, "", text, UnaryOperator.identity());
    }

    private void labelled(int indent, int width, String label, String text, UnaryOperator<String> colour) {
        String margin = " ".repeat(indent);
        String head = margin + label;
        for (String paragraph : paragraphs(text)) {
            for (String part : Fit.wrap(paragraph, WIDTH - indent - width)) {
                lines.add(head + colour.apply(part));
                head = margin + " ".repeat(width);
            }
        }
    }

    /** Line ends are kept (a server's message has its detail below it), all else that is not printable is not. */
    static List<String> paragraphs(String text) {
        if (text == null || text.isBlank()) {
            return List.of();
        }
        List<String> paragraphs = new ArrayList<>();
        for (String line : text.split("\\R")) {
            if (!line.isBlank()) {
                paragraphs.add(Printable.line(line.strip().replace('\t', ' ')));
            }
        }
        return paragraphs;
    }

    void table(Table table) {
        for (String line : table.lines(WIDTH - 2, paint)) {
            lines.add("  " + line);
        }
    }

    List<String> lines() {
        List<String> logged = new ArrayList<>();
        for (String line : lines) {
            logged.add(Printable.logged(line));
        }
        return logged;
    }
}
