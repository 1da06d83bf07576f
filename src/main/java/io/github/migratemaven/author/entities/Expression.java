package io.github.migratemaven.author.entities;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Expressions as PostgreSQL prints them: the same one has other casts and parentheses on a column of another type of text. */
final class Expression {
    private static final Pattern CAST =
            Pattern.compile("::(?:character varying|character|text|bpchar)(?:\\(\\d+\\))?(?:\\[\\])?");

    /** How {@code IN (…)}, of one value too, and {@code BETWEEN 0 AND 3} are printed: what Hibernate writes for an enum. */
    private static final Pattern LIST = Pattern.compile(
            "CHECK\\w+=ANYARRAY\\[.*\\]|CHECK\\w+=(?:'(?:[^']|'')*'|\\d+)|CHECK\\w+>=\\d+AND\\w+<=\\d+");

    private static final Pattern VALUE = Pattern.compile("'(?:[^']|'')*'|\\b\\d+\\b");

    private Expression() {}

    static boolean same(String one, String other) {
        return plain(one).equals(plain(other))
                || isList(one) && isList(other) && values(one).equals(values(other));
    }

    static boolean same(Optional<String> one, Optional<String> other) {
        return one.map(Expression::plain).equals(other.map(Expression::plain));
    }

    /** Whether a CHECK demands one of some values. */
    static boolean isList(String check) {
        return LIST.matcher(plain(check)).matches();
    }

    private static String plain(String text) {
        return CAST.matcher(text).replaceAll("").replaceAll("[()\\s\"]", "");
    }

    private static Set<String> values(String check) {
        Set<String> values = new TreeSet<>();
        Matcher value = VALUE.matcher(check.substring("CHECK".length()));
        while (value.find()) {
            values.add(value.group());
        }
        return values;
    }
}
