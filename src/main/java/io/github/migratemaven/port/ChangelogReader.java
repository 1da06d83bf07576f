package io.github.migratemaven.port;

/** Reads the project's changelog; needs no database. */
public interface ChangelogReader {
    /**
     * @throws io.github.migratemaven.model.MigrateException with an {@code InvalidInput} that names file and line when the
     *     changelog cannot be read
     */
    LoadedChangelog read();

    /**
     * Whether reading the changelog now would give what it gave when the seal was made: the same files, parameters,
     * settings and program. False in any doubt. Parses nothing.
     */
    boolean holds(String seal);
}
