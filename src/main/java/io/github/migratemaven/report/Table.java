package io.github.migratemaven.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.UnaryOperator;

/** Rows in aligned columns. The widest column gives way until all fit; a column that is empty in every row is left out. */
final class Table {
    private static final String GAP = "   ";

    /** No column is squeezed below this: a few characters and the ellipsis still tell something. */
    private static final int NARROWEST = 8;

    /** What a column holds: how it is aligned, and what of it goes when it is too long. */
    enum Kind {
        TEXT,
        PATH,
        SQL,
        NUMBER;

        String fit(String cell, int width) {
            return switch (this) {
                case PATH -> Fit.path(cell, width);
                case SQL -> Fit.end(cell, width);
                default -> Fit.middle(cell, width);
            };
        }
    }

    private record Column(Kind kind, String head, UnaryOperator<String> paint) {}

    private final List<Column> columns = new ArrayList<>();
    private final List<List<String>> rows = new ArrayList<>();

    Table column(String head) {
        return column(Kind.TEXT, head, UnaryOperator.identity());
    }

    Table column(Kind kind, String head, UnaryOperator<String> paint) {
        columns.add(new Column(kind, head, paint));
        return this;
    }

    /** @param cells foreign text is made printable here; as many as there are columns */
    void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Printable::line).toList());
    }

    /** @param width of the longest line */
    List<String> lines(int width, Paint paint) {
        int[] widths = fit(width);
        List<String> lines = new ArrayList<>();
        lines.add(line(widths, columns.stream().map(Column::head).toList(), i -> paint::dim));
        for (List<String> row : rows) {
            lines.add(line(widths, row, i -> columns.get(i).paint()));
        }
        return lines;
    }

    private int[] fit(int width) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            for (List<String> row : rows) {
                widths[i] = Math.max(widths[i], Fit.width(row.get(i)));
            }
            if (widths[i] > 0) {
                widths[i] = Math.max(widths[i], Fit.width(columns.get(i).head()));
            }
        }
        int gaps = GAP.length()
                * Math.max(0, (int) Arrays.stream(widths).filter(w -> w > 0).count() - 1);
        while (Arrays.stream(widths).sum() + gaps > width) {
            int widest = 0;
            for (int i = 1; i < widths.length; i++) {
                widest = widths[i] > widths[widest] ? i : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private String line(int[] widths, List<String> cells, IntFunction<UnaryOperator<String>> paint) {
        StringBuilder line = new StringBuilder();
        int last = widths.length - 1;
        while (last > 0 && (widths[last] == 0 || cells.get(last).isEmpty())) {
            last--;
        }
        for (int i = 0; i <= last; i++) {
            if (widths[i] == 0) {
                continue;
            }
            Kind kind = columns.get(i).kind();
            String cell = kind.fit(cells.get(i), widths[i]);
            String padded =
                    kind == Kind.NUMBER ? Fit.padLeft(cell, widths[i]) : i == last ? cell : Fit.pad(cell, widths[i]);
            line.append(line.isEmpty() ? "" : GAP).append(paint.apply(i).apply(padded));
        }
        return line.toString();
    }
}
