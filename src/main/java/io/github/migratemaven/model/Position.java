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

    /** {@code file:line:column}, as compilers write it and terminals make it clickable; unknown parts are left out,
     * invisible characters of the name are shown as escapes. */
    @Override
    public String toString() {
        String name = Visible.line(file);
        if (line == 0) {
            return name;
        }
        return column == 0 ? name + ":" + line : name + ":" + line + ":" + column;
    }
}
