package io.github.migratemaven.model;

import java.util.Objects;

/** Carries a {@link Failure} up to the goal. Its message is the failure's own paragraph: no secret, no stack needed. */
public final class MigrateException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public MigrateException(Failure failure) {
        this(failure, null);
    }

    /** @param cause shown with {@code -e} only; must hold no secret */
    public MigrateException(Failure failure, Throwable cause) {
        super(Objects.requireNonNull(failure).describe(), cause);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
