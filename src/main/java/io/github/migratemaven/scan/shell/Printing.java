package io.github.migratemaven.scan.shell;

import java.util.Set;

/** What echo and printf print, as far as it can be told from their words. */
final class Printing {
    private static final int REPEATS = 1_000;

    private Printing() {}

    /** Null for a command that prints nothing that is known. */
    static Printed of(Invocation invocation) {
        return switch (invocation.program()) {
            case "echo" -> new Printed(echo(invocation), "");
            case "printf" -> new Printed(printf(invocation), "");
            case "yes" -> new Printed(yes(invocation), "");
            case "cat", "tee", "envsubst" -> cat(invocation);
            default -> sql(invocation);
        };
    }

    /** Programs that print SQL which destroys something: what it says stands for all that they print. */
    private static Printed sql(Invocation invocation) {
        for (int i = 1; i < invocation.size(); i++) {
            String word = invocation.text(i);
            boolean clean = word.equals("--clean") || word.equals("-c");
            if (clean && Set.of("pg_dump", "pg_dumpall").contains(invocation.program())) {
                return said("DROP TABLE of the dump", invocation);
            }
            if (word.equals("sqlflush")
                    && invocation.text(i - 1).matches(".{0,500}(manage\\.py|django-admin|django|manage)")) {
                return said("TRUNCATE all tables", invocation);
            }
        }
        return Printed.NOTHING;
    }

    private static Printed said(String text, Invocation invocation) {
        Field first = invocation.fields().get(0);
        Chars chars = new Chars();
        chars.standing(text + ";\n", first.start());
        return new Printed(chars.traced(invocation.source(), first.end()), "");
    }

    private static Printed cat(Invocation invocation) {
        if (invocation.size() == 2
                && !invocation.text(1).startsWith("-")
                && !invocation.program().equals("tee")) {
            return new Printed(null, invocation.text(1));
        }
        return invocation.input();
    }

    private static Traced yes(Invocation invocation) {
        Chars text = new Chars();
        int at = invocation.fields().get(0).start();
        text.standing(invocation.size() > 1 ? invocation.text(1) + "\n" : "y\n", at);
        return text.traced(invocation.source(), invocation.fields().get(0).end());
    }

    private static Traced echo(Invocation invocation) {
        Transcript all = new Transcript();
        int at = 1;
        boolean lineBreak = true;
        while (at < invocation.size() && isOption(invocation.text(at))) {
            lineBreak &= invocation.text(at).indexOf('n') < 0;
            at++;
        }
        for (int i = at; i < invocation.size(); i++) {
            Field field = invocation.fields().get(i);
            Chars text = new Chars();
            if (i > at) {
                text.add(' ', field.start());
            }
            escaped(field, 0, field.text().length(), text);
            all.add(text.traced(invocation.source(), field.end()));
        }
        if (lineBreak) {
            int end = invocation.fields().get(invocation.size() - 1).end();
            Chars text = new Chars();
            text.add('\n', end);
            all.add(text.traced(invocation.source(), end));
        }
        return all.joined();
    }

    private static boolean isOption(String text) {
        return text.length() > 1
                && text.startsWith("-")
                && text.substring(1).chars().allMatch(c -> "neE".indexOf(c) >= 0);
    }

    /** {@code \n} counts as a line break whichever echo it is: what is made with it is a script of several lines. */
    private static void escaped(Field field, int start, int end, Chars into) {
        String text = field.text();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            char next = i + 1 < end ? text.charAt(i + 1) : 0;
            if (c == '\\' && (next == 'n' || next == 't' || next == '\\' || next == 'r')) {
                into.add(
                        next == 'n' ? '\n' : next == 't' ? '\t' : next == 'r' ? '\r' : '\\',
                        field.chars().at(i));
                i++;
            } else {
                into.add(c, field.chars().at(i));
            }
        }
    }

    /** The format again and again while there are words left for it. */
    private static Traced printf(Invocation invocation) {
        int first = invocation.size() > 1 && invocation.text(1).equals("--") ? 2 : 1;
        if (first >= invocation.size() || invocation.text(first).equals("-v")) {
            return null;
        }
        Field format = invocation.fields().get(first);
        Transcript all = new Transcript();
        int next = first + 1;
        int rounds = 0;
        do {
            int before = next;
            next = round(invocation, format, next, all);
            rounds++;
            if (next == before) {
                break;
            }
        } while (next < invocation.size() && rounds < REPEATS);
        return all.joined();
    }

    private static int round(Invocation invocation, Field format, int from, Transcript into) {
        String text = format.text();
        int next = from;
        int plain = 0;
        for (int i = 0; i <= text.length(); i++) {
            boolean directive = i + 1 < text.length() && text.charAt(i) == '%';
            if (!directive && i < text.length()) {
                continue;
            }
            Chars chars = new Chars();
            escaped(format, plain, i, chars);
            into.add(chars.traced(invocation.source(), format.end()));
            if (directive) {
                boolean word = "sbq".indexOf(text.charAt(i + 1)) >= 0;
                if (word && next < invocation.size()) {
                    into.add(invocation.fields().get(next++).traced(invocation.source()));
                }
                plain = i + 2;
                i++;
            }
        }
        return next;
    }
}
