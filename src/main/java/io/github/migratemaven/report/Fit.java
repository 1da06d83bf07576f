package io.github.migratemaven.report;

import java.util.ArrayList;
import java.util.List;

/** Makes text fit a width; widths are code points. */
final class Fit {
    private Fit() {}

    static int width(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Keeps both ends: the start of an id and the end of a path are what tells them apart. */
    static String middle(String text, int width) {
        int length = width(text);
        if (length <= width) {
            return text;
        }
        int tail = width / 2;
        int head = width - 1 - tail;
        return text.substring(0, text.offsetByCodePoints(0, head))
                + "…"
                + text.substring(text.offsetByCodePoints(0, length - tail));
    }

    /** Keeps the first folder and, whole, as many of the last as there is room for: {@code src/…/0003-orders.sql:3}. */
    static String path(String text, int width) {
        if (width(text) <= width) {
            return text;
        }
        int first = text.indexOf('/', 1);
        for (int slash = text.indexOf('/', first + 1); first > 0 && slash > 0; slash = text.indexOf('/', slash + 1)) {
            String shorter = text.substring(0, first) + "/…" + text.substring(slash);
            if (width(shorter) <= width) {
                return shorter;
            }
        }
        String name = "…" + text.substring(text.lastIndexOf('/') + 1);
        return text.indexOf('/') >= 0 && width(name) <= width ? name : middle(text, width);
    }

    /** Keeps the start. */
    static String end(String text, int width) {
        return width(text) <= width ? text : text.substring(0, text.offsetByCodePoints(0, width - 1)) + "…";
    }

    static String pad(String text, int width) {
        return text + " ".repeat(Math.max(0, width - width(text)));
    }

    static String padLeft(String text, int width) {
        return " ".repeat(Math.max(0, width - width(text))) + text;
    }

    /** Breaks at blanks; a word that is too long for a line of its own is cut into pieces. Never empty. */
    static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            String rest = word;
            if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (width(rest) > width) {
                int cut = rest.offsetByCodePoints(0, width);
                lines.add(rest.substring(0, cut));
                rest = rest.substring(cut);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }
}
