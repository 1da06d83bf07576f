package io.github.migratemaven.scan;

import io.github.migratemaven.model.Position;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A file that was read. Its path is relative to the scanned root, with {@code /}. */
public final class SourceFile {
    private final String path;
    private final String text;
    private int[] lineStarts;
    /** Offsets of low surrogates: columns count code points, and a file can be one line of many megabytes. */
    private int[] lowSurrogates;

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
        int line = Arrays.binarySearch(lineStarts(), at);
        line = line < 0 ? -line - 2 : line;
        int start = lineStarts[line];
        return new Position(path, line + 1, at - start - (surrogatesBefore(at) - surrogatesBefore(start)) + 1);
    }

    private int surrogatesBefore(int offset) {
        if (lowSurrogates == null) {
            lowSurrogates = IntStream.range(0, text.length())
                    .filter(i -> Character.isLowSurrogate(text.charAt(i)))
                    .toArray();
        }
        int at = Arrays.binarySearch(lowSurrogates, offset);
        return at < 0 ? -at - 1 : at;
    }

    private int[] lineStarts() {
        if (lineStarts == null) {
            int lines = 1 + (int) text.chars().filter(c -> c == '\n').count();
            int[] starts = new int[lines];
            int line = 1;
            for (int i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) {
                starts[line++] = i + 1;
            }
            lineStarts = starts;
        }
        return lineStarts;
    }

    @Override
    public String toString() {
        return path;
    }
}
