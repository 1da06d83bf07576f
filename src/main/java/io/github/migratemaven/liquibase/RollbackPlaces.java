package io.github.migratemaven.liquibase;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a changeset's text says how it is undone. Looked for only when somebody asks. */
final class RollbackPlaces {
    /** The two forms of Liquibase's AbstractFormattedChangeLogParser: a comment a line, or one comment around it all. */
    private static final Pattern SQL = Pattern.compile(
            "^[ \\t]*--[ \\t]*rollback[ \\t](.*)$|^[ \\t]*/\\*[ \\t]*liquibase[ \\t]*rollback[ \\t]*\\R((?s:.*?))\\*/",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private static final Pattern XML = Pattern.compile("<(?:[\\w.-]+:)?rollback\\b");
    private static final Pattern YAML =
            Pattern.compile("(?m)(?:^[ \\t]*(?:-[ \\t]+)?|[{,]\\s*)[\"']?(rollback)[\"']?[ \\t]*:");

    private RollbackPlaces() {}

    /**
     * @param start in the file's text
     * @param text the whole file, with spaces in the place of everything that is not part of the block's SQL
     */
    record Place(int start, String text) {}

    static Optional<Place> find(String file, String text, DeclaredChangeset declared) {
        String name = file.toLowerCase(Locale.ROOT);
        if (name.endsWith(".sql")) {
            return sql(text, declared);
        }
        Matcher matcher = (name.endsWith(".xml") ? XML : YAML).matcher(text).region(declared.start(), declared.end());
        return matcher.find()
                ? Optional.of(new Place(
                        matcher.groupCount() > 0 && matcher.group(1) != null ? matcher.start(1) : matcher.start(),
                        text))
                : Optional.empty();
    }

    private static Optional<Place> sql(String text, DeclaredChangeset declared) {
        Matcher matcher = SQL.matcher(text).region(declared.start(), declared.end());
        char[] kept = new char[text.length()];
        for (int i = 0; i < kept.length; i++) {
            kept[i] = text.charAt(i) == '\n' ? '\n' : ' ';
        }
        int start = -1;
        while (matcher.find()) {
            int group = matcher.group(1) == null ? 2 : 1;
            int first = firstVisible(text, matcher.start(), matcher.end());
            start = start < 0 ? first : start;
            text.getChars(matcher.start(group), matcher.end(group), kept, matcher.start(group));
        }
        return start < 0 ? Optional.empty() : Optional.of(new Place(start, new String(kept)));
    }

    private static int firstVisible(String text, int from, int to) {
        int at = from;
        while (at < to && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
