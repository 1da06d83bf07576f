package io.github.migratemaven.postgres;

import java.util.Locale;
import java.util.Optional;

/** The text of PostgreSQL's {@code search_path}: names in SQL spelling, separated by commas. */
final class SearchPath {
    private SearchPath() {}

    /** An expression in SQL: the session's path with that schema in front. */
    static String withFirst(String schema) {
        return Sql.literal(Sql.identifier(schema))
                + " || coalesce(', ' || nullif(current_setting('search_path'), ''), '')";
    }

    /** The first schema as the catalogue spells it; empty where it is {@code $user}, which only the server knows. */
    static Optional<String> first(String path) {
        String text = path.strip();
        String name;
        if (text.startsWith("\"")) {
            StringBuilder quoted = new StringBuilder();
            int at = 1;
            while (at < text.length()) {
                boolean quote = text.charAt(at) == '"';
                if (quote && (at + 1 == text.length() || text.charAt(at + 1) != '"')) {
                    break;
                }
                quoted.append(text.charAt(at));
                at += quote ? 2 : 1;
            }
            name = quoted.toString();
        } else {
            int comma = text.indexOf(',');
            name = (comma < 0 ? text : text.substring(0, comma)).strip().toLowerCase(Locale.ROOT);
        }
        return name.isEmpty() || name.equals("$user") ? Optional.empty() : Optional.of(name);
    }

    static boolean namesSeveral(String path) {
        return path.indexOf(',') >= 0;
    }
}
