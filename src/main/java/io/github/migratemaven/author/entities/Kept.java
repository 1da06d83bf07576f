package io.github.migratemaven.author.entities;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Tables and columns that are no entity's business, as a user names them: {@code shedlock}, {@code batch_*}, {@code orders.search},
 * each with or without its schema; a star stands for anything but a dot.
 */
public final class Kept {
    private final List<Pattern> patterns;

    public Kept(List<String> names) {
        this.patterns = names.stream()
                .map(name -> Pattern.compile(
                        "(?:[^.]*\\.)?" + Pattern.quote(name).replace("*", "\\E[^.]*\\Q"), Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** @param name with its schema, as SQL writes it */
    boolean has(String name) {
        String plain = name.replace("\"", "");
        return patterns.stream().anyMatch(pattern -> pattern.matcher(plain).matches());
    }
}
