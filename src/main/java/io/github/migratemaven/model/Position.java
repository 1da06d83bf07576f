package io.github.migratemaven.model;

/**
 * A place in a text file.
 *
 * @param file path as a person would write it: relative to the project root where the file lies below it, with {@code /}
 * @param line 1-based; 0 = the whole file
 * @param column 1-based, in characters (code points); 0 = the whole line
 */
public record Position(String file, int line, int column) {
    public Position {
        if (file == null || file.isEmpty() || line < 0 || column < 0) {
            throw new IllegalArgumentException("not a position: " + file + ":" + line + ":" + column);
        }
    }

    public static Position ofFile(String file) {
        return new Position(file, 0, 0);
    }

    /** {@code file:line:column}, as compilers write it and terminals make it clickable; unknown parts are left out. */
    @Override
    public String toString() {
        if (line == 0) {
            return file;
        }
        return column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
