package io.github.migratemaven.author;

import io.github.migratemaven.model.Changelog;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.port.ChangelogReader;
import io.github.migratemaven.port.LoadedChangelog;
import java.util.List;

/** The changelog as it is before something is added: an empty one is the first changeset's place, and no mistake. */
final class ChangelogNow {
    private ChangelogNow() {}

    static Changelog of(ChangelogReader reader) {
        try (LoadedChangelog loaded = reader.read()) {
            return loaded.changelog();
        } catch (MigrateException e) {
            if (e.failure().code().equals("changelog-empty")) {
                return new Changelog("", "", List.of(), List.of());
            }
            throw e;
        }
    }
}
