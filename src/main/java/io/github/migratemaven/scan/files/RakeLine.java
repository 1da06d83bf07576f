package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What one line of Ruby in a Rakefile declares, opens or closes. */
final class RakeLine {
    private static final Pattern DECLARATION = Pattern.compile(
            "^\\s*(namespace|task|multitask|file|Rake::Task\\[)\\s*\\(?\\s*(?::([\\w?!]++)|['\"]([\\w:.?!-]++)['\"]|([\\w?!]++)(?=:(?!:)))");

    private static final Pattern PREREQUISITE = Pattern.compile(":(\\w++)|['\"]([\\w:.?!-]++)['\"]");

    private static final Set<String> OPENING =
            Set.of("if", "unless", "while", "until", "case", "begin", "def", "class", "module", "for");

    private static final int LONGEST = 2000;

    private RakeLine() {}

    /** @param isAbsolute whether the name is the whole one, whatever namespace is open */
    record Declaration(String name, boolean isNamespace, boolean isAbsolute, List<Source> prerequisites) {}

    /** The namespace or task that the line declares, or null. */
    static Declaration declaration(TextLine line) {
        String text = line.text();
        Matcher matcher = DECLARATION.matcher(text);
        if (text.length() > LONGEST || !matcher.find()) {
            return null;
        }
        boolean enhances = matcher.group(1).startsWith("Rake");
        if (enhances && !text.contains(".enhance")) {
            return null;
        }
        String name = matcher.group(2) != null
                ? matcher.group(2)
                : matcher.group(3) != null ? matcher.group(3) : matcher.group(4);
        boolean keyword = matcher.group(4) != null;
        // After "=>", "name:", or enhance's parenthesis; arguments in front of it are no prerequisites.
        int arrow = text.indexOf("=>", matcher.end());
        int from = keyword ? matcher.end() + 1 : enhances ? matcher.end() : arrow < 0 ? text.length() : arrow + 2;
        return new Declaration(
                name,
                matcher.group(1).equals("namespace"),
                enhances,
                prerequisites(line, arrow >= 0 ? arrow + 2 : from));
    }

    private static List<Source> prerequisites(TextLine line, int from) {
        List<Source> all = new ArrayList<>();
        String text = line.text();
        int end = blockStart(text, from);
        Matcher matcher = PREREQUISITE.matcher(text).region(from, end);
        while (matcher.find()) {
            int group = matcher.group(1) != null ? 1 : 2;
            all.add(Source.slice(line.file(), line.start() + matcher.start(group), line.start() + matcher.end(group)));
        }
        return all;
    }

    private static int blockStart(String text, int from) {
        int end = text.length();
        for (String start : List.of(" do ", " do|", "{", "#")) {
            int at = text.indexOf(start, from);
            end = at >= 0 ? Math.min(end, at) : end;
        }
        return end;
    }

    /** Whether a line, white space around it gone, leaves a block open. */
    static boolean opens(String text) {
        String code = withoutComment(text);
        if (code.endsWith(" end") || code.endsWith("; end")) {
            return false;
        }
        if (code.equals("do") || code.endsWith(" do") || code.endsWith(")do") || isBlockWithArguments(code)) {
            return true;
        }
        String first = code.split("[\\s(;]", 2)[0];
        return OPENING.contains(first)
                || code.endsWith("= begin")
                || code.contains("= if ")
                || code.contains("= case ");
    }

    static boolean closes(String text) {
        return text.equals("end") || text.startsWith("end.") || text.startsWith("end ") || text.startsWith("end)");
    }

    private static boolean isBlockWithArguments(String code) {
        int at = code.lastIndexOf(" do");
        return at >= 0 && code.endsWith("|") && code.indexOf('|', at) < code.length() - 1;
    }

    private static String withoutComment(String text) {
        int hash = text.indexOf(" # ");
        return (hash < 0 ? text : text.substring(0, hash)).strip();
    }
}
