package io.github.migratemaven.report;

import java.util.ArrayList;
import java.util.List;
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
        List<String> row = new ArrayList<>();
        for (String cell : cells) {
            row.add(Printable.line(cell));
        }
        rows.add(row);
    }

    /** @param width of the longest line */
    List<String> lines(int width, Paint paint) {
        int[] widths = fit(width);
        List<String> lines = new ArrayList<>();
        UnaryOperator<String> dim = paint::dim;
        List<String> heads = new ArrayList<>();
        List<UnaryOperator<String>> dimmed = new ArrayList<>();
        List<UnaryOperator<String>> painted = new ArrayList<>();
        for (Column column : columns) {
            heads.add(column.head());
            dimmed.add(dim);
            painted.add(column.paint());
        }
        lines.add(line(widths, heads, dimmed));
        for (List<String> row : rows) {
            lines.add(line(widths, row, painted));
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
        while (total(widths) > width) {
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

    /** Of a line: the columns that are not empty, and the gaps between them. */
    private static int total(int[] widths) {
        int total = 0;
        for (int width : widths) {
            total += width == 0 ? 0 : width + (total == 0 ? 0 : GAP.length());
        }
        return total;
    }

    private String line(int[] widths, List<String> cells, List<UnaryOperator<String>> paint) {
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
            line.append(line.isEmpty() ? "" : GAP).append(paint.get(i).apply(padded));
        }
        return line.toString();
    }
}
