package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Script.Dialect;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads PowerShell statement by statement; blocks and parentheses only begin and end statements. */
final class PowerShellReader {
    private static final Set<String> KEYWORDS = Set.of(
            "if", "elseif", "else", "foreach", "for", "while", "do", "until", "switch", "try", "catch", "finally",
            "param", "begin", "process", "end", "in", "return", "default", "throw");
    private static final Set<String> SILENT = Set.of(
            "echo",
            "cd",
            "sl",
            "set-location",
            "push-location",
            "pop-location",
            "exit",
            "break",
            "continue",
            "set-content",
            "add-content",
            "cat",
            "select-string",
            "test-path",
            "join-path",
            "new-item",
            "#requires",
            "using");

    private static final int FALSE_WITH_BLANKS = 40;

    private final Reading reading;
    private final Source source;
    private final Cursor cursor;
    private final PowerShellWords words;
    private final int depth;
    private int blocks;
    private int dead;
    /** How many blocks are open around one that never runs; negative outside of such. */
    private int deadBlock = -1;

    PowerShellReader(Reading reading, Source source, int depth) {
        this.reading = reading;
        this.source = source;
        this.depth = depth;
        this.cursor = new Cursor(source, depth);
        this.words = new PowerShellWords(cursor, reading.variables);
    }

    void read() {
        while (!cursor.ended()) {
            int before = cursor.at;
            if (!between()) {
                statement();
                words.takeInner().forEach(range -> inner(range[0], range[1]));
            }
            if (cursor.at == before) {
                cursor.skip();
            }
        }
        reading.dead -= dead + (deadBlock < 0 ? 0 : 1);
    }

    private void inner(int start, int end) {
        if (depth < Budget.LEVELS && end > start && reading.dead == 0 && reading.budget.spend(end - start)) {
            new PowerShellReader(reading, source.slice(start, end), depth + 1).read();
        }
    }

    /** Blanks, comments and what separates statements. */
    private boolean between() {
        int c = cursor.peek();
        if (c == '#') {
            cursor.skipComment();
            return true;
        }
        if (cursor.looksAt("<#")) {
            int end = cursor.text.indexOf("#>", cursor.at);
            cursor.at = end < 0 ? cursor.text.length() : end + 2;
            return true;
        }
        if (c == '`' && cursor.peek(1) == '\n') {
            cursor.at += 2;
            return true;
        }
        blocks += c == '{' ? 1 : c == '}' ? -1 : 0;
        if (c == '}' && blocks == deadBlock) {
            deadBlock = -1;
            reading.dead--;
        }
        if (c != '&' && PowerShellWords.isMeta(c) || cursor.looksAt("&&")) {
            cursor.skip();
            return true;
        }
        return false;
    }

    private void statement() {
        boolean called = call();
        int c = cursor.peek();
        if (!called && assignment()) {
            return;
        }
        if (!called && (c == '\'' || c == '"' || c == '$' || c == '@' || c == '[' || c == '-' || c == '!')) {
            rest();
            return;
        }
        Field first = words.word();
        if (first == null) {
            return;
        }
        String name = first.text().toLowerCase(Locale.ROOT);
        if (KEYWORDS.contains(name)) {
            keyword(name);
            return;
        }
        List<Field> fields = rest();
        if (name.equals("function") || name.equals("filter")) {
            return;
        }
        fields.add(0, first);
        command(name, fields);
    }

    /** {@code if ($false) { … }}, and {@code return} in no block: what follows does not run. */
    private void keyword(String name) {
        cursor.skipBlanks();
        int c = cursor.peek();
        if (name.equals("return") && blocks <= 0 && (c < 0 || c == '\n' || c == '\r' || c == ';')) {
            dead++;
            reading.dead++;
        } else if (name.equals("if") && deadBlock < 0 && isFalse()) {
            deadBlock = blocks;
            reading.dead++;
        }
    }

    private boolean isFalse() {
        int end = cursor.text.indexOf('{', cursor.at);
        boolean near = end >= 0 && end - cursor.at < FALSE_WITH_BLANKS;
        return near
                && cursor.text
                        .substring(cursor.at, end)
                        .replace(" ", "")
                        .strip()
                        .equalsIgnoreCase("($false)");
    }

    /** {@code & "program"}, {@code . script}. */
    private boolean call() {
        int c = cursor.peek();
        if ((c == '&' || c == '.') && (Cursor.isBlank(cursor.peek(1)) || c == '&')) {
            cursor.skip();
            cursor.skipBlanks();
            return true;
        }
        return false;
    }

    private List<Field> rest() {
        List<Field> fields = new ArrayList<>();
        while (!cursor.ended()) {
            int c = cursor.peek();
            if (c == ' ' || c == '\t' || c == '\r' || c == ',') {
                cursor.skip();
            } else if (c == '`' && (cursor.peek(1) == '\n' || cursor.peek(1) == '\r')) {
                cursor.at += cursor.peek(1) == '\r' ? 3 : 2;
            } else if (c == '#' || PowerShellWords.isMeta(c)) {
                break;
            } else {
                Field field = words.word();
                if (field != null && fields.size() < Budget.WORDS) {
                    fields.add(field);
                }
            }
        }
        cursor.at = Math.min(cursor.at, cursor.text.length());
        return fields;
    }

    /** {@code $x = "text"}, {@code $env:X = "text"}; behind {@code =} may stand a command instead. */
    private boolean assignment() {
        if (cursor.peek() != '$') {
            return false;
        }
        int at = cursor.at;
        int end = at + 1;
        while (end < cursor.text.length()
                && (Cursor.isName(cursor.text.charAt(end)) || cursor.text.charAt(end) == ':')) {
            end++;
        }
        String name = cursor.text.substring(at + 1, end);
        cursor.at = end;
        cursor.skipBlanks();
        if (cursor.peek() != '=' || cursor.peek(1) == '=') {
            cursor.at = at;
            return false;
        }
        cursor.skip();
        cursor.skipBlanks();
        int value = cursor.peek();
        if (value == '"' || value == '\'' || value == '@') {
            Field field = words.word();
            boolean known = field != null && field.literal() && rest().isEmpty() && reading.dead == 0;
            Values values = known ? Values.of(field.traced(source)) : Values.UNKNOWN;
            reading.variables.set(PowerShellWords.key(name), values);
        } else {
            reading.variables.set(PowerShellWords.key(name), Values.UNKNOWN);
        }
        return true;
    }

    private void command(String name, List<Field> fields) {
        if (name.equals("exit") && blocks <= 0) {
            dead++;
            reading.dead++;
        }
        if (reading.dead > 0) {
            return;
        }
        if (name.equals("cd") || name.equals("set-location") || name.equals("push-location")) {
            Field cd = Field.standing(
                    "cd", true, fields.get(0).start(), fields.get(0).end());
            fields.set(0, cd);
            reading.builtin(reading.invocation(fields, source, Map.of(), null));
            return;
        }
        boolean prints = name.startsWith("write-") || name.startsWith("out-") || name.startsWith("format-");
        if (prints || SILENT.contains(name)) {
            return;
        }
        Invocation invocation = reading.invocation(fields, source, Map.of(), null);
        if (name.equals("invoke-expression") || name.equals("iex")) {
            boolean named = fields.size() > 2 && fields.get(1).text().equalsIgnoreCase("-command");
            if (fields.size() > 1) {
                Invocation by = invocation.wrapped("Invoke-Expression", false);
                reading.inner(invocation.joined(named ? 2 : 1), Dialect.POWERSHELL, by, depth);
            }
        } else if (name.equals("start-process") || name.equals("start")) {
            started(invocation);
        } else {
            reading.exec(invocation, depth);
        }
    }

    /** {@code Start-Process npx -ArgumentList "prisma db push" -Wait}. */
    private void started(Invocation invocation) {
        List<Field> fields = new ArrayList<>();
        for (int i = 1; i < invocation.size(); i++) {
            Field field = invocation.fields().get(i);
            String option = field.text().toLowerCase(Locale.ROOT);
            if (option.equals("-workingdirectory") || option.startsWith("-redirect") || option.equals("-verb")) {
                i++;
            } else if (!option.startsWith("-")
                    || i > 1
                            && !Set.of("-filepath", "-argumentlist", "-wait", "-nonewwindow", "-passthru", "-args")
                                    .contains(option)) {
                pieces(field, fields);
            }
        }
        if (!fields.isEmpty()) {
            reading.exec(invocation.of(fields).wrapped("Start-Process", false), depth);
        }
    }

    private static void pieces(Field field, List<Field> into) {
        String text = field.text();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                if (i > start) {
                    into.add(field.part(start, i));
                }
                start = i + 1;
            }
        }
    }
}
