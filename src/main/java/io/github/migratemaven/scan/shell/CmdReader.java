package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads batch files line by line: what {@code cmd.exe} would start. */
final class CmdReader {
    private static final Set<String> SILENT = Set.of(
            "echo",
            "echo.",
            "echo:",
            "title",
            "pause",
            "set",
            "setlocal",
            "endlocal",
            "color",
            "cls",
            "goto",
            "exit",
            "shift",
            "popd",
            "pushd",
            "cd",
            "chdir",
            "type",
            "find",
            "findstr",
            "mode",
            "verify",
            "ver",
            "prompt");

    private final Reading reading;
    private final Source source;
    private final Cursor cursor;
    private final int depth;
    private int blocks;
    private int dead;

    CmdReader(Reading reading, Source source, int depth) {
        this.reading = reading;
        this.source = source;
        this.depth = depth;
        this.cursor = new Cursor(source, depth);
    }

    void read() {
        boolean lineStart = true;
        while (!cursor.ended()) {
            skipBlanks();
            int c = cursor.peek();
            if (lineStart && c == ':') {
                reading.dead -= dead;
                dead = 0;
                cursor.skipComment();
            } else if (c == '\n' || c == '&' || c == '|' || c == '(' || c == ')' || c == '@') {
                blocks += c == '(' ? 1 : c == ')' ? -1 : 0;
                lineStart = c == '\n';
                cursor.skip();
            } else if (c != Cursor.END) {
                lineStart = false;
                statement();
            }
        }
        reading.dead -= dead;
    }

    private void skipBlanks() {
        while (true) {
            int c = cursor.peek();
            boolean continued =
                    c == '^' && (cursor.peek(1) == '\n' || cursor.peek(1) == '\r' && cursor.peek(2) == '\n');
            if (c == ' ' || c == '\t' || c == '\r' || c == ',' || c == ';' || c == 0xFEFF) {
                cursor.skip();
            } else if (continued) {
                cursor.at += cursor.peek(1) == '\n' ? 2 : 3;
            } else {
                return;
            }
        }
    }

    private void statement() {
        int start = cursor.at;
        List<Field> fields = words();
        if (fields.isEmpty()) {
            if (cursor.at == start) {
                cursor.skip();
            }
            return;
        }
        String name = fields.get(0).text().toLowerCase(Locale.ROOT);
        switch (name) {
            case "rem" -> {
                cursor.at = start;
                cursor.skipComment();
            }
            case "if" -> command(afterCondition(fields));
            case "for" -> {
                cursor.at = start;
                toDo();
            }
            case "else", "do" -> command(fields.subList(1, fields.size()));
            default -> command(fields);
        }
    }

    /** {@code for %%i in (…) do}: the set in parentheses is no command. */
    private void toDo() {
        int end = cursor.text.indexOf('\n', cursor.at);
        end = end < 0 ? cursor.text.length() : end;
        String line = cursor.text.substring(cursor.at, end).toLowerCase(Locale.ROOT);
        int at = line.indexOf(" do ");
        at = at < 0 ? line.indexOf(" do(") : at;
        cursor.at = at < 0 ? end : cursor.at + at + 3;
    }

    private static List<Field> afterCondition(List<Field> fields) {
        int at = 1;
        while (at < fields.size()
                && Set.of("/i", "not").contains(fields.get(at).text().toLowerCase(Locale.ROOT))) {
            at++;
        }
        if (at >= fields.size()) {
            return List.of();
        }
        String test = fields.get(at).text().toLowerCase(Locale.ROOT);
        if (Set.of("exist", "defined", "errorlevel").contains(test)) {
            at += 2;
        } else if (test.contains("==")) {
            at += test.endsWith("==") ? 2 : 1;
        } else {
            String operator = at + 1 < fields.size() ? fields.get(at + 1).text() : "";
            at += operator.startsWith("==") && operator.length() > 2 ? 2 : 3;
        }
        return at < fields.size() ? fields.subList(at, fields.size()) : List.of();
    }

    private void command(List<Field> conditional) {
        List<Field> fields = conditional;
        while (!fields.isEmpty() && fields.get(0).text().equalsIgnoreCase("if")) {
            fields = afterCondition(fields);
        }
        if (fields.isEmpty()) {
            return;
        }
        String name = fields.get(0).text().toLowerCase(Locale.ROOT);
        if ((name.equals("exit") || name.equals("goto"))
                && blocks <= 0
                && fields.get(0).constant()) {
            // Conditions are not told apart here: only a line that is nothing but this ends the script.
            boolean alone = lineOf(fields.get(0).start());
            dead += alone ? 1 : 0;
            reading.dead += alone ? 1 : 0;
        }
        if (reading.dead > 0) {
            return;
        }
        if (name.equals("set") && fields.size() > 1) {
            set(fields);
        } else if (name.equals("cd") || name.equals("pushd") || name.equals("chdir")) {
            List<Field> words = new ArrayList<>();
            words.add(Field.standing(
                    "cd", true, fields.get(0).start(), fields.get(0).end()));
            fields.stream()
                    .skip(1)
                    .filter(f -> !f.text().equalsIgnoreCase("/d"))
                    .forEach(words::add);
            reading.builtin(reading.invocation(words, source, Map.of(), null));
        } else if (!SILENT.contains(name) && !name.startsWith("echo")) {
            started(fields, name);
        }
    }

    /** {@code start "title" /wait program}. */
    private void started(List<Field> fields, String name) {
        List<Field> words = fields;
        if (name.equals("start")) {
            int at = 1;
            while (at < fields.size()
                    && (fields.get(at).text().startsWith("/")
                            || cursor.text.charAt(fields.get(at).start()) == '"')) {
                at++;
            }
            words = fields.subList(at, fields.size());
        }
        if (!words.isEmpty()) {
            reading.exec(reading.invocation(words, source, Map.of(), null), depth);
        }
    }

    /** Whether nothing but blanks and {@code @} stands in front of an index in its line. */
    private boolean lineOf(int index) {
        int at = index - 1;
        while (at >= 0 && " \t@".indexOf(cursor.text.charAt(at)) >= 0) {
            at--;
        }
        return at < 0 || cursor.text.charAt(at) == '\n';
    }

    private void set(List<Field> fields) {
        Field first = fields.get(1);
        Field last = fields.get(fields.size() - 1);
        int equals = first.text().indexOf('=');
        if (equals > 0 && !first.text().startsWith("/")) {
            Invocation words = reading.invocation(fields.subList(1, fields.size()), source, Map.of(), null);
            Traced all = words.joined(0);
            boolean known = first.literal() && last.literal() && all.text().length() <= Budget.VALUE;
            Values value = known ? Values.of(all.part(equals + 1, all.text().length())) : Values.UNKNOWN;
            reading.variables.set(first.text().substring(0, equals).toUpperCase(Locale.ROOT), value);
        }
    }

    private List<Field> words() {
        List<Field> fields = new ArrayList<>();
        while (true) {
            skipBlanks();
            int c = cursor.peek();
            if (c == '>' || c == '<') {
                cursor.at += cursor.peek(1) == '>' || cursor.peek(1) == '&' ? 2 : 1;
                skipBlanks();
                new CmdWord(cursor, reading.variables).read(new ArrayList<>());
            } else if (isMeta(c)) {
                return fields;
            } else {
                int before = cursor.at;
                List<Field> more = new ArrayList<>();
                new CmdWord(cursor, reading.variables).read(more);
                if (cursor.at == before) {
                    cursor.skip();
                }
                if (fields.size() < Budget.WORDS) {
                    fields.addAll(more);
                }
            }
        }
    }

    static boolean isMeta(int c) {
        return c == Cursor.END || c == '\n' || c == '&' || c == '|' || c == '(' || c == ')';
    }
}
