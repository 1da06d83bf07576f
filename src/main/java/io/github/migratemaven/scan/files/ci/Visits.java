package io.github.migratemaven.scan.files.ci;

/**
 * How often a file's own parts are still followed: parts that name each other again and again would multiply without end.
 * Not thread-safe.
 */
final class Visits {
    private int left;

    Visits(int most) {
        left = most;
    }

    /** Whether there is one more. */
    boolean take() {
        return left-- > 0;
    }
}
