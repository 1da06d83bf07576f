package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.Arrays;

/**
 * A text that a script builds or keeps: what a variable holds, an {@code echo} prints, a heredoc says. It outlives the text that
 * it was read from, so its characters know their offsets in the file.
 *
 * @param offsets one for each character and one for the end
 */
record Traced(SourceFile file, String text, int[] offsets) {

    /** To be read as a script in its turn. */
    Source source() {
        int[] rising = offsets;
        for (int i = 1; i < rising.length; i++) {
            if (rising[i] < rising[i - 1]) {
                rising = rising == offsets ? offsets.clone() : rising;
                rising[i] = rising[i - 1];
            }
        }
        return Source.mapped(file, text, rising);
    }

    /** A part of it. */
    Traced part(int start, int end) {
        return new Traced(file, text.substring(start, end), Arrays.copyOfRange(offsets, start, end + 1));
    }
}
