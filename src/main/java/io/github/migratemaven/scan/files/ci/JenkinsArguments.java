package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.ci.GroovyToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The arguments of one Groovy call: its tokens, with or without brackets around them. */
final class JenkinsArguments {
    /** Nobody's methods take more. */
    private static final int MAX_VALUES = 20;

    private final List<GroovyToken> tokens;
    private final int end;

    private JenkinsArguments(List<GroovyToken> tokens, int end) {
        this.tokens = tokens;
        this.end = end;
    }

    /**
     * @param start index of the token behind the call's name
     * @param limit how many tokens may be read
     */
    static JenkinsArguments read(List<GroovyToken> all, int start, int limit) {
        boolean brackets = start < all.size() && all.get(start).is('(');
        int depth = 0;
        int i = brackets ? start + 1 : start;
        int first = i;
        while (i < all.size() && i - first < limit) {
            GroovyToken token = all.get(i);
            if (token.is('(') || token.is('[')) {
                depth++;
            } else if (token.is(')') || token.is(']')) {
                if (depth-- == 0) {
                    break;
                }
            } else if (depth == 0 && (token.is('{') || token.is('}') || token.is(';'))) {
                break;
            } else if (!brackets && depth == 0 && token.kind() == Kind.LINE_END && !continues(all, first, i)) {
                break;
            }
            i++;
        }
        List<GroovyToken> inside = new ArrayList<>(all.subList(first, i));
        inside.removeIf(token -> token.kind() == Kind.LINE_END);
        return new JenkinsArguments(
                inside, brackets && i < all.size() && all.get(i).is(')') ? i + 1 : i);
    }

    private static boolean continues(List<GroovyToken> all, int first, int lineEnd) {
        GroovyToken before = lineEnd > first ? all.get(lineEnd - 1) : null;
        return before != null && (before.is(',') || before.is('+') || before.is(':') || before.is('('));
    }

    /** Index of the token behind the call. */
    int end() {
        return end;
    }

    boolean isOnly(String word) {
        return tokens.size() == 1 && tokens.get(0).isWord(word);
    }

    boolean has(String word) {
        return tokens.stream().anyMatch(token -> token.isWord(word));
    }

    List<Source> strings() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.STRING)
                .map(GroovyToken::text)
                .toList();
    }

    /** The value of {@code script:}, or the first argument without a name. */
    Optional<Source> script(Map<String, String> variables) {
        Optional<Source> script = named("script", variables);
        if (script.isPresent()) {
            return script;
        }
        boolean named = tokens.size() > 1
                && tokens.get(0).kind() == Kind.WORD
                && tokens.get(1).is(':');
        return named ? Optional.empty() : value(0, variables);
    }

    /** The value of an argument with this name, however deep. */
    Optional<Source> named(String name, Map<String, String> variables) {
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isWord(name) && tokens.get(i + 1).is(':')) {
                return value(i + 2, variables);
            }
        }
        return Optional.empty();
    }

    /** Strings and variables with plus signs between them. */
    private Optional<Source> value(int start, Map<String, String> variables) {
        if (start >= tokens.size() || !isOperand(tokens.get(start))) {
            return Optional.empty();
        }
        MappedText text = new MappedText();
        Source last = tokens.get(start).text();
        int i = start;
        while (i < tokens.size() && isOperand(tokens.get(i))) {
            GroovyToken token = tokens.get(i);
            last = token.text();
            if (token.kind() == Kind.STRING) {
                append(text, last, variables);
            } else {
                String known = variables.get(last.text());
                text.append(known == null ? "${" + last.text() + '}' : known, last.offset(0));
            }
            i++;
            if (i >= tokens.size() || !tokens.get(i).is('+')) {
                break;
            }
            i++;
        }
        return Optional.of(text.toSource(last.file(), last.offset(last.text().length())));
    }

    private static boolean isOperand(GroovyToken token) {
        return token.kind() == Kind.STRING
                || token.kind() == Kind.WORD
                        && !Set.of("true", "false", "null")
                                .contains(token.text().text());
    }

    /** A string that is one variable and nothing else is that variable's value. */
    private static void append(MappedText text, Source string, Map<String, String> variables) {
        String written = string.text();
        String name = written.startsWith("${") && written.endsWith("}")
                ? written.substring(2, written.length() - 1)
                : written.startsWith("$") ? written.substring(1) : "";
        String known = variables.get(name);
        if (known != null) {
            text.append(known, string.offset(0));
        } else {
            filled(text, string, variables);
        }
    }

    /** Groovy fills in the variables of a text in double quotes. */
    private static void filled(MappedText text, Source string, Map<String, String> variables) {
        String written = string.text();
        int open = string.offset(0) - 1;
        boolean interpolates = open >= 0 && string.file().text().charAt(open) == '"';
        int done = 0;
        int at = interpolates ? written.indexOf("${") : -1;
        while (at >= 0) {
            int end = written.indexOf('}', at);
            String known = end < 0 ? null : variables.get(written.substring(at + 2, end));
            if (known != null) {
                text.append(string, done, at);
                text.append(known, string.offset(at));
                done = end + 1;
            }
            at = written.indexOf("${", at + 2);
        }
        text.append(string, done, written.length());
    }

    /** What each argument without a name comes to; null for one that nobody knows. */
    List<String> values(Map<String, String> variables) {
        List<String> values = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < tokens.size() && values.size() < MAX_VALUES; i++) {
            GroovyToken token = tokens.get(i);
            boolean begins = depth == 0 && (i == 0 || tokens.get(i - 1).is(','));
            depth += token.is('(') || token.is('[') ? 1 : token.is(')') || token.is(']') ? -1 : 0;
            if (begins) {
                values.add(value(i, variables).map(Source::text).orElse(null));
            }
        }
        return values;
    }
}
