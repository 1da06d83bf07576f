package io.github.migratemaven.scan.catalog;

import java.util.Optional;

/** What a value comes to as far as the text tells. */
final class SettingValue {
    private static final int DEEPEST = 8;

    private SettingValue() {}

    /**
     * The value itself, or the default that it falls back to: {@code update} for {@code ${DDL:update}}, {@code ${DDL:-update}} and
     * Helm's {@code {{ .Values.ddl | default "update" }}}. Empty where only the environment knows.
     */
    static Optional<String> known(String raw) {
        String value = unquoted(raw.strip());
        for (int depth = 0; depth < DEEPEST && value.startsWith("${"); depth++) {
            Optional<String> fallback = fallback(value);
            if (fallback.isEmpty()) {
                return Optional.empty();
            }
            value = unquoted(fallback.get().strip());
        }
        if (value.contains("{{")) {
            return helmDefault(value);
        }
        boolean unknown =
                value.startsWith("$") || value.startsWith("#{") || value.startsWith("@") || value.contains("${");
        return unknown || value.isEmpty() ? Optional.empty() : Optional.of(value);
    }

    /** Behind the first colon or, as in shells, the first {@code :-} or {@code -}. */
    private static Optional<String> fallback(String value) {
        if (!value.endsWith("}")) {
            return Optional.empty();
        }
        String inner = value.substring(2, value.length() - 1);
        for (int i = 0; i < inner.length(); i++) {
            char c = inner.charAt(i);
            if (c == ':') {
                String rest = inner.substring(i + 1);
                return rest.startsWith("?") || rest.startsWith("+")
                        ? Optional.empty()
                        : Optional.of(rest.startsWith("-") || rest.startsWith("=") ? rest.substring(1) : rest);
            }
            if (c == '-' && i > 0 && Character.isUpperCase(inner.charAt(0))) {
                return Optional.of(inner.substring(i + 1));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> helmDefault(String value) {
        int at = value.indexOf("default ");
        if (at < 0) {
            return Optional.empty();
        }
        int start = at + 8;
        int end = start;
        while (end < value.length() && " |})".indexOf(value.charAt(end)) < 0) {
            end++;
        }
        String found = unquoted(value.substring(start, end));
        return found.isEmpty() || found.startsWith(".") ? Optional.empty() : Optional.of(found);
    }

    private static String unquoted(String text) {
        char first = text.length() < 2 ? 0 : text.charAt(0);
        return (first == '"' || first == '\'') && text.charAt(text.length() - 1) == first
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
