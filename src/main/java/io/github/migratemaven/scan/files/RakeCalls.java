package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Calls in a line of Ruby that run something: other tasks, and commands that a string holds. */
final class RakeCalls {
    private static final Pattern INVOKE = Pattern.compile(
            "Rake::Task\\[\\s*(?::(\\w++)|['\"]([\\w:.?!-]++)['\"])\\s*\\]\\.(?:invoke|execute|reenable\\.invoke)");

    private static final Pattern SHELL = Pattern.compile(
            "(?<![\\w.:])(?:Kernel\\.)?(?:sh|system!?|exec|spawn|ruby|run|IO\\.popen|Bundler\\.(?:sh|system))(?=[ (])[ (]\\s*(?=['\"])|%x(?=[({\\[])|`");

    private static final int LONGEST = 20_000;

    private RakeCalls() {}

    static List<Body> of(TextLine line) {
        List<Body> bodies = new ArrayList<>();
        if (line.text().length() > LONGEST) {
            return bodies;
        }
        Matcher invoke = INVOKE.matcher(line.text());
        while (invoke.find()) {
            String name = invoke.group(1) != null ? invoke.group(1) : invoke.group(2);
            bodies.add(Bodies.implied(line.file(), line.start() + invoke.start(), "rake", name));
        }
        Matcher shell = SHELL.matcher(line.text());
        int from = 0;
        while (shell.find(from)) {
            int open = line.text().charAt(shell.end() - 1) == '`' ? shell.end() - 1 : shell.end();
            List<Source> strings = new ArrayList<>();
            int end = strings(line, open, strings);
            if (strings.size() == 1) {
                bodies.add(Bodies.shell(strings.get(0)));
            } else if (!strings.isEmpty()) {
                bodies.add(new Body.Arguments(strings));
            }
            from = Math.min(Math.max(end, shell.end()), line.text().length());
        }
        return bodies;
    }

    /** The strings from here on that commas join. */
    private static int strings(TextLine line, int from, List<Source> to) {
        String text = line.text();
        int at = from;
        while (at < text.length()) {
            char quote = text.charAt(at);
            char close = quote == '(' ? ')' : quote == '{' ? '}' : quote == '[' ? ']' : quote;
            if (quote != close && !to.isEmpty() || "'\"`({[".indexOf(quote) < 0) {
                return at;
            }
            MappedText string = new MappedText();
            at = string(line, at + 1, close, string);
            to.add(string.toSource(line.file(), line.start() + at - 1));
            int next = at;
            while (next < text.length() && " ,".indexOf(text.charAt(next)) >= 0) {
                next++;
            }
            if (next == at || text.substring(at, next).indexOf(',') < 0) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** @return index past the closing sign */
    private static int string(TextLine line, int from, char close, MappedText to) {
        String text = line.text();
        int at = from;
        while (at < text.length() && text.charAt(at) != close) {
            int end = close != '\'' && text.startsWith("#{", at) ? text.indexOf('}', at) : -1;
            if (end >= 0) {
                to.append("${ruby}", line.start() + at);
                at = end + 1;
            } else if (text.charAt(at) == '\\' && at + 1 < text.length() && text.charAt(at + 1) == close) {
                to.append(close, line.start() + at);
                at += 2;
            } else {
                to.append(text.charAt(at), line.start() + at);
                at++;
            }
        }
        return Math.min(at + 1, text.length() + 1);
    }
}
