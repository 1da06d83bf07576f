package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.files.Glob;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An exception that the owners of the build wrote.
 *
 * @param scope what it is for
 * @param until the last day that it counts; empty = for good
 * @param problem why it does not count at all; empty string for one that is as it should be
 */
public record Allowed(Place place, Scope scope, String reason, Optional<LocalDate> until, String problem) {

    /** Which findings an exception is for. */
    sealed interface Scope {
        boolean covers(String id, Position position);

        /**
         * By file, entry or both.
         *
         * @param files empty = every file
         * @param id empty string = every entry
         */
        record Files(Optional<Glob> files, String id) implements Scope {
            @Override
            public boolean covers(String findingId, Position position) {
                return (id.isEmpty() || id.equals(findingId))
                        && (files.isEmpty() || files.get().matches(position.file()));
            }
        }

        /**
         * A comment's.
         *
         * @param id empty string = every entry
         */
        record Lines(String file, int first, int last, String id) implements Scope {
            @Override
            public boolean covers(String findingId, Position position) {
                return file.equals(position.file())
                        && first <= position.line()
                        && position.line() <= last
                        && (id.isEmpty() || id.equals(findingId));
            }
        }
    }

    boolean expired(LocalDate today) {
        return until.isPresent() && until.get().isBefore(today);
    }
}
