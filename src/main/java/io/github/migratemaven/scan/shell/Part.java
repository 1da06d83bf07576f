package io.github.migratemaven.scan.shell;

/** A part of a word as the shell reads it, before anything is expanded. */
sealed interface Part {
    boolean quoted();

    /** Characters that mean themselves. */
    record Text(Chars chars, boolean quoted) implements Part {}

    /**
     * A variable.
     *
     * @param operator what follows the name: {@code 0} nothing, {@code -} or {@code =} a value for when it is not set, {@code +} one
     *     for when it is set, {@code x} something that makes the result unknown
     * @param operand null without one
     * @param all whether every element of an array is meant: {@code ${X[@]}}
     */
    record Variable(String name, char operator, RawWord operand, boolean all, boolean quoted, int start, int end)
            implements Part {}

    /** What nobody can know without running it: {@code $(date)}, {@code $1}. */
    record Opaque(boolean quoted, int start, int end) implements Part {}
}
