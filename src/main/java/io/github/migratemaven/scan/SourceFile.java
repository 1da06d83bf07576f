package io.github.migratemaven.scan;

import io.github.migratemaven.model.Position;
import java.util.Arrays;

/** A file that was read. Its path is relative to the scanned root, with {@code /}. */
public final class SourceFile {
    private final String path;
    private final String text;
    /** Volatile, as several threads may ask: each would find the same. */
    private volatile int[] lineStarts;
    /** Offsets of low surrogates: columns count code points, and a file can be one line of many megabytes. */
    private volatile int[] lowSurrogates;

    public SourceFile(String path, String text) {
        this.path = path;
        this.text = text;
    }

    public String path() {
        return path;
    }

    /** The folder that the file is in; empty string for the root. */
    public String folder() {
        int slash = path.lastIndexOf('/');
        return slash < 0 ? "" : path.substring(0, slash);
    }

    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    public String text() {
        return text;
    }

    public Position position(int offset) {
        int at = Math.min(Math.max(offset, 0), text.length());
        if (at == 0) {
            return new Position(path, 1, 1);
        }
        int[] starts = lineStarts();
        int line = Arrays.binarySearch(starts, at);
        line = line < 0 ? -line - 2 : line;
        int start = starts[line];
        return new Position(path, line + 1, at - start - (surrogatesBefore(at) - surrogatesBefore(start)) + 1);
    }

    private int surrogatesBefore(int offset) {
        int[] surrogates = lowSurrogates;
        if (surrogates == null) {
            surrogates = findLowSurrogates();
            lowSurrogates = surrogates;
        }
        int at = Arrays.binarySearch(surrogates, offset);
        return at < 0 ? -at - 1 : at;
    }

    private int[] findLowSurrogates() {
        int count = 0;
        int[] found = new int[0];
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLowSurrogate(text.charAt(i))) {
                found = count == found.length ? Arrays.copyOf(found, 16 + 2 * count) : found;
                found[count++] = i;
            }
        }
        return Arrays.copyOf(found, count);
    }

    /** The offset of a place; the inverse of {@link #position}. */
    public int offset(Position position) {
        int[] starts = lineStarts();
        int line = Math.min(Math.max(position.line(), 1), starts.length);
        int start = starts[line - 1];
        int end = line < starts.length ? starts[line] : text.length();
        int characters = Math.min(Math.max(position.column() - 1, 0), text.codePointCount(start, end));
        return text.offsetByCodePoints(start, characters);
    }

    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = new int[16];
            int lines = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * lines);
                }
                starts[lines++] = i + 1;
            }
            starts = Arrays.copyOf(starts, lines);
            lineStarts = starts;
        }
        return starts;
    }

    @Override
    public String toString() {
        return path;
    }
}
