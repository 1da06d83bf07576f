package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Clue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * Looks for many words in bytes at once, in one pass whatever their number (Aho and Corasick's automaton). Words and bytes are
 * compared as {@link Clue} says. Immutable.
 */
public final class WordSearch {
    private static final int BYTES = 256;
    private static final int OTHER = 0;
    private static final int PASSED_OVER = -1;
    /** Places of the last bytes that counted are kept: a power of two, and longer than any word whose edge matters. */
    private static final int KEPT = 128;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<Word> words = new ArrayList<>();
    /** The class of each byte; bytes that are in no word are one class. */
    private final int[] classes = new int[BYTES];

    private int width = 1;
    private final int[] next;
    /** Of each state, the words that end there; null = none. */
    private final Word[][] ending;

    private record Word(int number, byte[] bytes, boolean edgeBefore, boolean edgeAfter) {
        static Word of(int number, String text) {
            boolean before = text.charAt(0) == Clue.EDGE;
            boolean after = text.charAt(text.length() - 1) == Clue.EDGE;
            byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
            return new Word(number, bytes, before && bytes.length < KEPT, after);
        }
    }

    /** @param texts as {@link Clue#part} and {@link Clue#wholeWord} give them; the empty one is never found */
    public WordSearch(Collection<String> texts) {
        for (String text : texts) {
            if (!text.isBlank() && numbers.putIfAbsent(text, words.size()) == null) {
                words.add(Word.of(words.size(), text));
            }
        }
        classify();
        int states = 1;
        for (Word word : words) {
            states += word.bytes.length;
        }
        int[] ways = new int[states * width];
        Arrays.fill(ways, -1);
        Word[][] ends = new Word[states][];
        int used = 1;
        for (Word word : words) {
            int state = 0;
            for (byte b : word.bytes) {
                int at = state * width + classes[b & 0xFF];
                if (ways[at] < 0) {
                    ways[at] = used++;
                }
                state = ways[at];
            }
            ends[state] = joined(ends[state], new Word[] {word});
        }
        ending = Arrays.copyOf(ends, used);
        next = Arrays.copyOf(ways, used * width);
        link();
    }

    private void classify() {
        for (Word word : words) {
            for (byte b : word.bytes) {
                if (classes[b & 0xFF] == OTHER) {
                    classes[b & 0xFF] = width++;
                }
            }
        }
        for (char c = 'A'; c <= 'Z'; c++) {
            classes[c] = classes[c + 32];
        }
        for (char c = 0; c < 128; c++) {
            if (Clue.passedOver(c)) {
                classes[c] = PASSED_OVER;
            }
        }
    }

    /** Every state gets its way on for every class: that of its longest suffix that is a state. */
    private void link() {
        int[] suffix = new int[ending.length];
        ArrayDeque<Integer> open = new ArrayDeque<>(List.of(0));
        while (!open.isEmpty()) {
            int state = open.poll();
            int shorter = suffix[state];
            if (state != 0 && ending[shorter] != null) {
                ending[state] = joined(ending[state], ending[shorter]);
            }
            for (int c = 0; c < width; c++) {
                int at = state * width + c;
                int beyond = state == 0 ? 0 : next[shorter * width + c];
                if (next[at] < 0) {
                    next[at] = beyond;
                } else {
                    suffix[next[at]] = beyond;
                    open.add(next[at]);
                }
            }
        }
    }

    private static Word[] joined(Word[] one, Word[] other) {
        if (one == null) {
            return other;
        }
        Word[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    /** The number of a word in what {@link #anyPart} finds; empty for one that is not looked for. */
    public OptionalInt number(String word) {
        Integer number = numbers.get(word);
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** Is told of the words that are found, one by one. */
    @FunctionalInterface
    public interface Wanted {
        /**
         * Whether the search is over.
         *
         * @param found the numbers of the part's words so far, the last one included; nothing of it may be kept
         * @param last the number of the one that was just found
         */
        boolean isMet(BitSet found, int last);
    }

    /** Whether any of the words may be in a part of a text: what stands beside a word is not looked at. For paths, in great numbers. */
    public boolean mayBeIn(String text, int begin, int end) {
        int state = 0;
        for (int i = begin; i < end; i++) {
            char c = text.charAt(i);
            int letter = c < BYTES ? classes[c] : OTHER;
            if (letter != PASSED_OVER) {
                state = next[state * width + letter];
                if (ending[state] != null) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether any of the words is there. */
    public boolean finds(byte[] bytes) {
        return anyPart(bytes, false, (found, last) -> true);
    }

    /**
     * Whether the words of a part are what is wanted.
     *
     * @param lines whether each line is a part, or the whole
     */
    public boolean anyPart(byte[] bytes, boolean lines, Wanted wanted) {
        BitSet found = new BitSet(words.size());
        int[] places = new int[KEPT];
        int count = 0;
        int state = 0;
        for (int i = 0; i < bytes.length; i++) {
            int c = classes[bytes[i] & 0xFF];
            if (c == PASSED_OVER) {
                continue;
            }
            places[count++ & KEPT - 1] = i;
            state = next[state * width + c];
            if (ending[state] != null) {
                for (Word word : ending[state]) {
                    if (!found.get(word.number)
                            && (!word.edgeAfter || isEdge(bytes, i + 1))
                            && (!word.edgeBefore || isEdge(bytes, places[count - word.bytes.length & KEPT - 1] - 1))) {
                        found.set(word.number);
                        if (wanted.isMet(found, word.number)) {
                            return true;
                        }
                    }
                }
            } else if (lines && bytes[i] == '\n') {
                found.clear();
            }
        }
        return false;
    }

    private static boolean isEdge(byte[] bytes, int at) {
        if (at < 0 || at >= bytes.length) {
            return true;
        }
        byte b = bytes[at];
        return b >= 0 && !(b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9');
    }
}
