package io.github.migratemaven.scan.shell;

/** What is known about how a command ends, without running it. */
enum Outcome {
    UNKNOWN,
    TRUE,
    FALSE,
    /** Nothing behind it runs: {@code exit}, {@code return}, {@code exec}. */
    ENDS;

    Outcome not() {
        return switch (this) {
            case TRUE -> FALSE;
            case FALSE -> TRUE;
            default -> this;
        };
    }
}
