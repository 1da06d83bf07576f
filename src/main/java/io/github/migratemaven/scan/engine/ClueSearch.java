package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.files.WordSearch;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/** Tells by a file's bytes whether something banned may stand in it. Immutable. */
final class ClueSearch {
    private final WordSearch words;
    /** Of each word: the clues that it is in, each as the numbers of its groups' words. */
    private final List<List<List<BitSet>>> byWord = new ArrayList<>();

    ClueSearch(Collection<Clue> all) {
        List<String> texts = new ArrayList<>();
        for (Clue clue : all) {
            for (Set<String> group : clue.groups()) {
                texts.addAll(group);
            }
        }
        words = new WordSearch(texts);
        for (int i = 0; i < texts.size(); i++) {
            byWord.add(new ArrayList<>(1));
        }
        for (Clue clue : all) {
            List<BitSet> groups = new ArrayList<>();
            BitSet whole = new BitSet();
            for (Set<String> group : clue.groups()) {
                BitSet numbers = new BitSet();
                for (String text : group) {
                    OptionalInt number = words.number(text);
                    if (number.isPresent()) {
                        numbers.set(number.getAsInt());
                    }
                }
                groups.add(numbers);
                whole.or(numbers);
            }
            for (int number = whole.nextSetBit(0); number >= 0; number = whole.nextSetBit(number + 1)) {
                byWord.get(number).add(groups);
            }
        }
    }

    /** @param lines whether what belongs together stands on one line */
    boolean mayBeIn(byte[] bytes, boolean lines) {
        return words.anyPart(bytes, lines, this::completes);
    }

    private boolean completes(BitSet found, int last) {
        for (List<BitSet> groups : byWord.get(last)) {
            if (all(groups, found)) {
                return true;
            }
        }
        return false;
    }

    private static boolean all(List<BitSet> groups, BitSet found) {
        for (BitSet group : groups) {
            if (!group.intersects(found)) {
                return false;
            }
        }
        return true;
    }
}
