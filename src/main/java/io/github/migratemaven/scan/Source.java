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
    /** For each character of the text, and one past its end, the offset in the file; null = the text is the file. */
    private final int[] offsets;

    private Source(SourceFile file, String text, int[] offsets) {
        this.file = file;
        this.text = text;
        this.offsets = offsets;
    }

    public static Source of(SourceFile file) {
        return new Source(file, file.text(), null);
    }

    /** A part of the file as it stands there. */
    public static Source slice(SourceFile file, int start, int end) {
        int[] offsets = new int[end - start + 1];
        Arrays.setAll(offsets, i -> start + i);
        return new Source(file, file.text().substring(start, end), offsets);
    }

    /** @param offsets as long as the text plus one, never decreasing */
    public static Source mapped(SourceFile file, String text, int[] offsets) {
        if (offsets.length != text.length() + 1) {
            throw new IllegalArgumentException(offsets.length + " offsets for " + text.length() + " characters");
        }
        return new Source(file, text, offsets.clone());
    }

    /** A part of this text. */
    public Source slice(int start, int end) {
        int[] part = new int[end - start + 1];
        Arrays.setAll(part, i -> offset(start + i));
        return new Source(file, text.substring(start, end), part);
    }

    public SourceFile file() {
        return file;
    }

    public String text() {
        return text;
    }

    /** Where a character of this text stands in the file, as an offset there. */
    public int offset(int index) {
        return offsets == null ? index : offsets[index];
    }

    public Position position(int index) {
        return file.position(offset(index));
    }

    @Override
    public String toString() {
        return text;
    }
}
