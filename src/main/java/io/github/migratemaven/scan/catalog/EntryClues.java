package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.Clue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What must stand in a file's text for an entry of the catalogue to be met there. */
final class EntryClues {
    private EntryClues() {}

    static List<Clue> of(List<Entry> entries) {
        List<Clue> clues = new ArrayList<>();
        for (Entry entry : entries) {
            for (CommandPattern pattern : entry.commands()) {
                command(pattern, clues);
            }
            for (SettingPattern pattern : entry.settings()) {
                for (String key : pattern.keys()) {
                    clues.add(setting(key));
                }
            }
        }
        return clues;
    }

    private static void command(CommandPattern pattern, List<Clue> clues) {
        Set<String> programs = new HashSet<>();
        for (String name : pattern.programs()) {
            programs.add(program(name));
        }
        if (pattern.words().isEmpty()) {
            clues.add(new Clue(List.of(programs)));
        }
        for (List<Glob> sequence : pattern.words()) {
            List<Set<String>> words = pattern.abbreviated() ? List.of() : words(sequence);
            if (pattern.evident()) {
                clues.add(new Clue(words));
            }
            List<Set<String>> all = new ArrayList<>(words);
            all.add(programs);
            clues.add(new Clue(all));
        }
    }

    /** A long one may be part of a function's name. */
    private static String program(String name) {
        return name.length() < CodeCall.SHORTEST ? Clue.wholeWord(name) : Clue.part(name);
    }

    private static List<Set<String>> words(List<Glob> sequence) {
        List<Set<String>> words = new ArrayList<>();
        for (Glob glob : sequence) {
            if (glob.open()) {
                add(Clue.part(glob.prefix()), words);
                add(Clue.part(glob.suffix()), words);
            } else if (!CommandPattern.isEnd(glob)) {
                add(Clue.wholeWord(glob.prefix()), words);
            }
        }
        return words;
    }

    /** A key's parts may stand on lines of their own, with others between. */
    private static Clue setting(String key) {
        List<Set<String>> parts = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        Tokens.split(key, ".*", texts);
        for (String part : texts) {
            add(Clue.part(part), parts);
        }
        return new Clue(parts);
    }

    private static void add(String word, List<Set<String>> groups) {
        if (!word.isEmpty()) {
            groups.add(Set.of(word));
        }
    }
}
