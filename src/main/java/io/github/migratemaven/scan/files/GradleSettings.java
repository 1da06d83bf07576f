package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What a Gradle build hands to the programs that it starts: system properties, variables and arguments. */
final class GradleSettings {
    private static final Pattern HANDS_OVER = Pattern.compile(
            "\\b(?:systemProperty|systemProperties|environment|jvmArgs|jvmArguments|jvmFlags|args|applicationDefaultJvmArgs)\\b");
    private static final int MAX_STRINGS = 100;

    private GradleSettings() {}

    /** @param at where the text begins in the file */
    private record Literal(String text, int at) {}

    /** @param forTests whether the line is of a task that runs tests */
    static void of(SourceFile file, String line, int start, boolean forTests, List<Setting> settings) {
        if (!HANDS_OVER.matcher(line).find()) {
            return;
        }
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(NameEvidence.of(file.path()));
        if (forTests) {
            evidence.add(Evidence.TEST);
        }
        List<Literal> literals = literals(line, start);
        for (int i = 0; i < literals.size(); i++) {
            Literal literal = literals.get(i);
            boolean option = literal.text.startsWith("-D") || literal.text.startsWith("--");
            int equals = literal.text.indexOf('=');
            if (option && equals > 2) {
                settings.add(new Setting(
                        literal.text.substring(2, equals),
                        literal.text.substring(equals + 1),
                        file.position(literal.at),
                        Map.of(),
                        evidence));
            } else if (!option && i + 1 < literals.size()) {
                settings.add(new Setting(
                        literal.text, literals.get(i + 1).text, file.position(literal.at), Map.of(), evidence));
            }
        }
    }

    private static List<Literal> literals(String line, int start) {
        List<Literal> all = new ArrayList<>();
        for (int i = 0; i < line.length() && all.size() < MAX_STRINGS; i++) {
            char quote = line.charAt(i);
            if (quote == '/' && line.startsWith("//", i)) {
                break;
            }
            if (quote == '"' || quote == '\'') {
                int end = line.indexOf(quote, i + 1);
                if (end < 0) {
                    break;
                }
                all.add(new Literal(line.substring(i + 1, end), start + i + 1));
                i = end;
            }
        }
        return all;
    }
}
