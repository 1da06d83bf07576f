package io.github.migratemaven.scan;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.Optional;

/**
 * Where somebody configured something.
 *
 * @param position empty for what Maven hands over without a place, such as an element of a POM
 * @param words the place for a sentence: {@code .migrate-ban.yml:3:5} or {@code <exception> 2}
 */
public record Place(Optional<Position> position, String words) {
    public static Place at(Position position) {
        return new Place(Optional.of(position), position.toString());
    }

    public static Place named(String words) {
        return new Place(Optional.empty(), words);
    }

    /** What is wrong here, as an {@code InvalidInput} with the code {@code bad-configuration}. */
    public MigrateException bad(String message, String hint) {
        return new MigrateException(position.map(at -> Failure.InvalidInput.at(at, "bad-configuration", message, hint))
                .orElseGet(() -> Failure.InvalidInput.of("bad-configuration", words + ": " + message, hint)));
    }
}
