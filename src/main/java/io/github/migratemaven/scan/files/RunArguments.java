package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;

/** What the calls of {@link RunCalls} are given: a string, a list of strings, or the name of such. */
final class RunArguments {
    private static final int MOST_WORDS = 64;
    private static final int LONGEST_STRING = 10_000;

    private final Source source;
    private final String text;
    private final List<Body> parts = new ArrayList<>();
    /** Null until somebody asks for a name. */
    private NamedValues names;

    private RunArguments(Source source) {
        this.source = source;
        this.text = source.text();
    }

    static Body of(Source source) {
        RunArguments arguments = new RunArguments(source);
        RunCalls calls = new RunCalls(source.text());
        while (calls.next()) {
            if (!calls.commented()) {
                arguments.call(calls);
            }
        }
        return new Body.Sequence(arguments.parts);
    }

    private void call(RunCalls calls) {
        int at = calls.arguments();
        if (at < text.length() && Character.isJavaIdentifierStart(text.charAt(at))) {
            names = names == null ? new NamedValues(text) : names;
            at = names.of(text, at);
        }
        // Django's: a command of manage.py.
        boolean django = text.startsWith("call_command", calls.start());
        if (at >= 0) {
            value(at, django);
        }
    }

    /** {@code spawn("npx", ["prisma", …])} is a string and a list in a row; Deno's list is an {@code args} of an object. */
    private void value(int from, boolean django) {
        List<Source> words = new ArrayList<>();
        boolean list = django;
        int at = from;
        while (at < text.length() && words.size() < MOST_WORDS) {
            char c = text.charAt(at);
            if (c == '"' || c == '\'' || c == '`') {
                int end = end(text, at);
                if (end < 0) {
                    break;
                }
                if (django && words.isEmpty()) {
                    MappedText program = new MappedText();
                    program.append("manage.py", source.offset(at + 1));
                    words.add(program.toSource(source.file(), source.offset(at + 1)));
                }
                words.add(source.slice(at + 1, end));
                at = end + 1;
            } else if (c == '[') {
                list = true;
                at++;
            } else if (Character.isWhitespace(c) || c == ',' || c == '{') {
                at++;
            } else if (text.startsWith("args:", at) || text.startsWith("args=", at)) {
                at += 5;
            } else {
                break;
            }
        }
        if (words.isEmpty()) {
            return;
        }
        parts.add(
                list && words.size() > 1
                        ? new Body.Arguments(words)
                        : new Body.Shell(words.get(0), Script.Dialect.POSIX));
    }

    /** Index of the quote that ends a string, or -1. */
    static int end(String text, int open) {
        char quote = text.charAt(open);
        for (int i = open + 1; i < text.length() && i - open < LONGEST_STRING; i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == quote) {
                return i;
            } else if (c == '\n' && quote != '`') {
                return -1;
            }
        }
        return -1;
    }
}
