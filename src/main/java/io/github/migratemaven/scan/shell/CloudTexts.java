package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What a cloud's command line tool makes a container or a machine run, where that is no plain text: {@code aws ecs run-task
 * --overrides}, {@code aws ssm send-command --parameters}, {@code gcloud run jobs deploy --command --args}.
 */
final class CloudTexts {
    private CloudTexts() {}

    /** Texts for a shell; empty when there are none. */
    static List<Traced> of(Invocation invocation) {
        List<Traced> texts = new ArrayList<>();
        switch (invocation.program()) {
            case "aws" -> aws(invocation, texts);
            case "gcloud" -> gcloud(invocation, texts);
            default -> {
                // Nobody's cloud.
            }
        }
        return texts;
    }

    private static void aws(Invocation invocation, List<Traced> texts) {
        Field overrides = option(invocation, "--overrides");
        if (overrides != null) {
            for (List<Field> words : arrays(overrides, "command")) {
                add(words, invocation, texts);
            }
        }
        Field parameters = option(invocation, "--parameters");
        if (parameters != null) {
            for (List<Field> lines : arrays(parameters, "commands")) {
                lines.forEach(line -> texts.add(line.traced(invocation.source())));
            }
            String text = parameters.text();
            if (text.startsWith("commands=") && text.indexOf('[') != 9) {
                texts.add(parameters.part(9, text.length()).traced(invocation.source()));
            }
        }
    }

    /** Lists with commas; without a command the arguments are the image's own. */
    private static void gcloud(Invocation invocation, List<Traced> texts) {
        List<Field> words = new ArrayList<>();
        for (String name : List.of("--command", "--args")) {
            Field list = option(invocation, name);
            int start = 0;
            for (int i = 0; list != null && i <= list.text().length(); i++) {
                if (i == list.text().length() || list.text().charAt(i) == ',') {
                    words.add(list.part(start, i));
                    start = i + 1;
                }
            }
        }
        boolean runs = invocation.size() > 1
                && (invocation.text(1).equals("run")
                        || invocation.size() > 2 && invocation.text(2).equals("run"));
        if (runs) {
            add(words, invocation, texts);
        }
    }

    private static Field option(Invocation invocation, String name) {
        for (int i = 1; i < invocation.size(); i++) {
            String text = invocation.text(i);
            if (text.equals(name) && i + 1 < invocation.size()) {
                return invocation.fields().get(i + 1);
            }
            if (text.startsWith(name + '=')) {
                return invocation.fields().get(i).part(name.length() + 1, text.length());
            }
        }
        return null;
    }

    /** The strings of each JSON array under a key; {@code commands=["…"]} is the shorthand for it. */
    private static List<List<Field>> arrays(Field json, String key) {
        String text = json.text();
        List<List<Field>> arrays = new ArrayList<>();
        int at = text.indexOf(key);
        while (at >= 0) {
            int open = at + key.length();
            while (open < text.length() && "\":= \t\r\n".indexOf(text.charAt(open)) >= 0) {
                open++;
            }
            if (open < text.length() && text.charAt(open) == '[') {
                List<Field> strings = new ArrayList<>();
                open = strings(json, open + 1, strings);
                arrays.add(strings);
            }
            at = text.indexOf(key, open);
        }
        return arrays;
    }

    /** @return where the array ends */
    private static int strings(Field json, int start, List<Field> into) {
        String text = json.text();
        int at = start;
        while (at < text.length() && text.charAt(at) != ']') {
            char quote = text.charAt(at);
            int end = at + 1;
            if (quote == '"' || quote == '\'') {
                while (end < text.length() && text.charAt(end) != quote) {
                    end += text.charAt(end) == '\\' ? 2 : 1;
                }
                end = Math.min(end, text.length());
                into.add(unescaped(json.part(at + 1, end)));
                end++;
            }
            at = end;
        }
        return at;
    }

    private static Field unescaped(Field field) {
        String text = field.text();
        if (text.indexOf('\\') < 0) {
            return field;
        }
        Chars chars = new Chars();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\' && i + 1 < text.length();
            char c = escape ? text.charAt(i + 1) : text.charAt(i);
            chars.add(escape && c == 'n' ? '\n' : c, field.chars().at(i));
            i += escape ? 1 : 0;
        }
        return new Field(chars, chars.text(), null, field.literal(), field.constant(), field.start(), field.end());
    }

    /** Words as a shell would have to be told them. */
    private static void add(List<Field> words, Invocation invocation, List<Traced> texts) {
        Chars line = new Chars();
        for (Field word : words) {
            line.standing("'", word.start());
            for (int i = 0; i < word.text().length(); i++) {
                char c = word.text().charAt(i);
                if (c == '\'') {
                    line.standing("'\\''", word.chars().at(i));
                } else {
                    line.add(c, word.chars().at(i));
                }
            }
            line.standing("' ", word.end());
        }
        if (!words.isEmpty()) {
            texts.add(
                    line.traced(invocation.source(), words.get(words.size() - 1).end()));
        }
    }
}
