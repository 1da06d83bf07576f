package io.github.migratemaven.layout;

/** Whose layout it is. */
public enum Tool {
    FLYWAY,
    PRISMA;

    /** As {@code migrate.from} says it; also the author of the changesets. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
