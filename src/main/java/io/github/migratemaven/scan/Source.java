package io.github.migratemaven.scan;

import io.github.migratemaven.model.Position;
import java.util.Arrays;

/**
 * A text that was read out of a file, each character of which knows its place there: a JSON string without its escapes, a YAML
 * block without its indentation, a whole shell file.
 */
public final class Source {
    private final SourceFile file;
    private final String text;
    /** Where the text begins in the file, if it stands there as it is. */
    private final int start;
    /** For each character of the text, and one past its end, the offset in the file; null = the text stands there as it is. */
    private final int[] offsets;

    private Source(SourceFile file, String text, int start, int[] offsets) {
        this.file = file;
        this.text = text;
        this.start = start;
        this.offsets = offsets;
    }

    public static Source of(SourceFile file) {
        return new Source(file, file.text(), 0, null);
    }

    /** A part of the file as it stands there. */
    public static Source slice(SourceFile file, int start, int end) {
        return new Source(file, file.text().substring(start, end), start, null);
    }

    /** @param offsets as long as the text plus one, never decreasing */
    public static Source mapped(SourceFile file, String text, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException(offsets.length + " offsets for " + text.length() + " characters");
        }
        return new Source(file, text, offsets[0], offsets.clone());
    }

    /** A part of this text. */
    public Source slice(int start, int end) {
        int[] part = offsets == null ? null : Arrays.copyOfRange(offsets, start, end + 1);
        return new Source(file, text.substring(start, end), offset(start), part);
    }

    public SourceFile file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** Where a character of this text stands in the file, as an offset there. */
    public int offset(int index) {
        return offsets == null ? start + index : offsets[index];
    }

    public Position position(int index) {
        return file.position(offset(index));
    }

    @Override
    public String toString() {
        return text;
    }
}
