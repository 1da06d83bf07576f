package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.MigrateException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The changesets of a formatted SQL changelog. */
final class SqlDeclarations {
    private static final Pattern CHANGESET = Pattern.compile(
            "^[ \\t]*--[ \\t]*changeset[ \\t]+(\"[^\"\\r\\n]+\"|[^:\\r\\n]+):[ \\t]*(\"[^\"\\r\\n]+\"|\\S+)",
            Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private SqlDeclarations() {}

    private static final Pattern SWITCH = Pattern.compile(
            "\\b(runInTransaction|runAlways|runOnChange|failOnError|splitStatements|stripComments|ignore):[ \\t]*(\\S+)",
            Pattern.CASE_INSENSITIVE);

    /** @throws MigrateException for a switch that is neither true nor false: Liquibase would read it as false */
    static List<DeclaredChangeset> read(SourceText source) {
        String text = source.text();
        List<DeclaredChangeset> found = new ArrayList<>();
        Matcher matcher = CHANGESET.matcher(text);
        while (matcher.find()) {
            int body = text.indexOf('\n', matcher.end());
            int start = body < 0 ? text.length() : body + 1;
            checkSwitches(source, matcher.end(), start);
            found.add(new DeclaredChangeset(
                    unquoted(matcher.group(2)),
                    unquoted(matcher.group(1)),
                    matcher.start(),
                    text.length(),
                    List.of(new DeclaredChangeset.DeclaredChange("sql", start))));
        }
        for (int i = 0; i + 1 < found.size(); i++) {
            found.set(i, found.get(i).endingAt(found.get(i + 1).start()));
        }
        return found;
    }

    private static void checkSwitches(SourceText source, int from, int to) {
        Matcher matcher = SWITCH.matcher(source.text()).region(from, to);
        while (matcher.find()) {
            String value = unquoted(matcher.group(2));
            if (!value.matches("(?i)true|false") && !value.contains("${")) {
                throw YamlShape.invalid(
                        source.position(matcher.start(2)),
                        matcher.group(1) + " takes true or false, not \"" + value + "\"");
            }
        }
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") && text.endsWith("\"") && text.length() > 1
                ? text.substring(1, text.length() - 1)
                : text;
    }
}
