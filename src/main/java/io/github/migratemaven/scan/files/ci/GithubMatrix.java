package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Expressions in workflow texts: what the matrix says is put in, what is left becomes an expansion that a shell can read. */
final class GithubMatrix {
    private static final int MAX_VARIANTS = 16;

    private final Map<String, Set<String>> values = new HashMap<>();

    static GithubMatrix of(Optional<Node> matrix) {
        GithubMatrix all = new GithubMatrix();
        if (matrix.isPresent()) {
            for (Node.Entry entry : matrix.get().entries()) {
                for (Node item : entry.value().items()) {
                    all.addItem(entry.key(), item);
                }
            }
        }
        return all;
    }

    private void addItem(String key, Node item) {
        if (key.equals("include")) {
            for (Node.Entry value : item.entries()) {
                add(value.key(), value.value());
            }
        } else if (!key.equals("exclude")) {
            add(key, item);
        }
    }

    private void add(String key, Node value) {
        addText(key, value);
        for (Node.Entry entry : value.entries()) {
            addText(key + '.' + entry.key(), entry.value());
        }
    }

    private void addText(String key, Node value) {
        if (value.source().isPresent()) {
            if (!values.containsKey(key)) {
                values.put(key, new LinkedHashSet<>());
            }
            values.get(key).add(value.text());
        }
    }

    /** Every choice of values for the keys that these texts use; at least one, which may be empty. */
    List<Map<String, String>> choices(String... texts) {
        List<Map<String, String>> choices = new ArrayList<>();
        choices.add(Map.of());
        for (Map.Entry<String, Set<String>> value : values.entrySet()) {
            boolean used = false;
            for (String text : texts) {
                used |= text.contains("matrix." + value.getKey());
            }
            if (used) {
                choices = times(choices, value.getKey(), value.getValue());
            }
        }
        return choices;
    }

    private static List<Map<String, String>> times(List<Map<String, String>> choices, String key, Set<String> values) {
        List<Map<String, String>> product = new ArrayList<>();
        for (Map<String, String> choice : choices) {
            for (String value : values) {
                if (product.size() < MAX_VARIANTS) {
                    Map<String, String> more = new HashMap<>(choice);
                    more.put("matrix." + key, value);
                    product.add(more);
                }
            }
        }
        return product;
    }

    static String apply(String text, Map<String, String> choice) {
        String applied = text;
        for (Map.Entry<String, String> value : choice.entrySet()) {
            applied = applied.replace("${{ " + value.getKey() + " }}", value.getValue())
                    .replace("${{" + value.getKey() + "}}", value.getValue());
        }
        return applied;
    }

    /** A text for a shell: quotes and operators inside of an expression are GitHub's, not the shell's. */
    static Source readable(Source source, Map<String, String> known) {
        String text = source.text();
        int at = text.indexOf("${{");
        if (at < 0) {
            return source;
        }
        MappedText readable = new MappedText();
        int done = 0;
        while (at >= 0) {
            int end = text.indexOf("}}", at);
            if (end < 0) {
                break;
            }
            readable.append(source, done, at);
            String expression = text.substring(at + 3, end).strip();
            String value = known.get(expression);
            readable.append(value != null ? value : "${" + word(expression) + '}', source.offset(at));
            done = end + 2;
            at = text.indexOf("${{", done);
        }
        readable.append(source, done, text.length());
        return readable.toSource(source.file(), source.offset(text.length()));
    }

    private static String word(String expression) {
        StringBuilder word = new StringBuilder();
        // What the env context has, the shell has as well.
        for (int i = expression.startsWith("env.") ? 4 : 0; i < Math.min(80, expression.length()); i++) {
            char c = expression.charAt(i);
            word.append(Character.isLetterOrDigit(c) || c == '.' ? c : '_');
        }
        return word.isEmpty() ? "_" : word.toString();
    }
}
