package io.github.migratemaven.scan.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The catalogue's settings by key. */
final class Settings {
    private final Map<String, List<Rule>> exact = new HashMap<>();
    private final Map<String, List<Rule>> endings = new HashMap<>();
    private final List<Wildcard> wildcards = new ArrayList<>();

    private record Rule(Entry entry, SettingPattern pattern) {}

    /** A key with one part that may be anything. */
    private record Wildcard(String prefix, String suffix, Rule rule) {
        boolean matches(String plain) {
            return plain.length() > prefix.length() + suffix.length()
                    && plain.startsWith(prefix)
                    && plain.endsWith(suffix);
        }
    }

    Settings(List<Entry> entries) {
        for (Entry entry : entries) {
            for (SettingPattern pattern : entry.settings()) {
                for (String key : pattern.keys()) {
                    add(key, new Rule(entry, pattern));
                }
            }
        }
    }

    private static void add(Map<String, List<Rule>> rules, String plain, Rule rule) {
        List<Rule> same = rules.get(plain);
        if (same == null) {
            same = new ArrayList<>(1);
            rules.put(plain, same);
        }
        same.add(rule);
    }

    private void add(String key, Rule rule) {
        if (key.startsWith("**.")) {
            add(endings, SettingKey.plain(key.substring(3)), rule);
            return;
        }
        int star = key.indexOf('*');
        if (star < 0) {
            add(exact, SettingKey.plain(key), rule);
        } else {
            wildcards.add(new Wildcard(
                    SettingKey.plain(key.substring(0, star)), SettingKey.plain(key.substring(star + 1)), rule));
        }
    }

    /**
     * The entries that a key with this value is an instance of.
     *
     * @param siblings what holds together with it
     */
    List<Entry> match(String key, String value, Map<String, String> siblings) {
        List<Rule> rules = new ArrayList<>(1);
        List<String> tails = SettingKey.tails(key);
        for (int i = 0; i < tails.size(); i++) {
            String tail = tails.get(i);
            String plain = SettingKey.plain(tail);
            rules.addAll(endings.getOrDefault(plain, List.of()));
            if (i == 0 || wholeAgain(key, tail)) {
                rules.addAll(exact.getOrDefault(plain, List.of()));
                for (Wildcard wildcard : wildcards) {
                    if (wildcard.matches(plain)) {
                        rules.add(wildcard.rule);
                    }
                }
            }
        }
        if (rules.isEmpty()) {
            return List.of();
        }
        Optional<String> known = SettingValue.known(value);
        return known.isEmpty() ? List.of() : harmful(rules, known.get(), siblings);
    }

    private static List<Entry> harmful(List<Rule> rules, String value, Map<String, String> siblings) {
        List<Entry> entries = new ArrayList<>(1);
        for (Rule rule : rules) {
            boolean harmful = rule.pattern().harmful(value) && !rule.pattern().undone(siblings);
            if (harmful && !entries.contains(rule.entry())) {
                entries.add(rule.entry());
            }
        }
        return entries;
    }

    /** Behind a profile ({@code %dev.quarkus…}) or a chart's path ({@code env.SPRING_JPA…}) a key begins anew. */
    private static boolean wholeAgain(String key, String tail) {
        return key.startsWith("%") && key.length() - tail.length() == key.indexOf('.') + 1
                || tail.equals(tail.toUpperCase(Locale.ROOT)) && key.charAt(key.length() - tail.length() - 1) == '.';
    }
}
