package io.github.migratemaven.report;

/** Foreign text inside GitHub-flavoured Markdown: it looks like itself and does nothing else. */
final class Markdown {
    /** What opens a tag, code, emphasis, a link, a table cell, mathematics, a mention, an issue's number or an address. */
    private static final String SPECIAL = "&<>\"'|`*_[]#!\\~$@:";

    private Markdown() {}

    /** Numeric character references: they are shown as the character and never read as markup, not even as a table's bar. */
    static String text(String foreign) {
        StringBuilder out = new StringBuilder();
        Printable.line(foreign).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                out.append("&#").append(c).append(';');
            } else {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** As code; an HTML element, since a code span has no escapes for the backtick and the bar. */
    static String code(String foreign) {
        return foreign == null || foreign.isEmpty() ? "" : "<code>" + text(foreign) + "</code>";
    }

    /** A fenced block whose fence is longer than any run of backticks in the text. */
    static String block(String language, String foreign) {
        int longest = 2;
        int run = 0;
        for (int i = 0; i < foreign.length(); i++) {
            run = foreign.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        String fence = "`".repeat(longest + 1);
        StringBuilder out = new StringBuilder(fence).append(language).append('\n');
        foreign.strip()
                .lines()
                .forEach(
                        l -> out.append(Printable.line(l.replace("\t", "    "))).append('\n'));
        return out.append(fence).append('\n').toString();
    }
}
