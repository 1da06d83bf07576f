package io.github.migratemaven.author.entities;

import io.github.migratemaven.model.SchemaShape.Constraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A foreign key in its parts, as PostgreSQL prints it. The order of its columns means nothing.
 *
 * @param columns each with the one that it refers to
 * @param rules what follows: on delete, deferrable
 */
record Reference(Set<List<String>> columns, String table, String rules) {
    private static final String QUOTED = "\"(?:[^\"]|\"\")*\"";

    private static final Pattern NAME = Pattern.compile(QUOTED + "|[^\",\\s]+");

    private static final Pattern PARTS = Pattern.compile(
            "FOREIGN KEY \\((?<own>(?:%1$s|[^\")])*)\\) REFERENCES (?<table>(?:%1$s|[^\"(])*)\\((?<theirs>(?:%1$s|[^\")])*)\\)(?<rules>.*)"
                    .formatted(QUOTED),
            Pattern.DOTALL);

    static Reference of(Constraint constraint) {
        Matcher parts = PARTS.matcher(constraint.definition());
        if (!parts.matches()) {
            throw new IllegalArgumentException("no foreign key: " + constraint.definition());
        }
        List<String> own = names(parts.group("own"));
        List<String> theirs = names(parts.group("theirs"));
        Set<List<String>> columns = new HashSet<>();
        for (int i = 0; i < own.size(); i++) {
            columns.add(List.of(own.get(i), theirs.get(i)));
        }
        return new Reference(columns, parts.group("table"), parts.group("rules"));
    }

    /** Whether it is what the other one asks for: what happens on delete, and when it is checked, that may leave open. */
    boolean satisfies(Reference wanted) {
        return columns.equals(wanted.columns)
                && table.equals(wanted.table)
                && (rules + " ").startsWith(wanted.rules + " ");
    }

    private static List<String> names(String list) {
        List<String> names = new ArrayList<>();
        Matcher name = NAME.matcher(list);
        while (name.find()) {
            names.add(name.group());
        }
        return names;
    }
}
