package io.github.migratemaven.layout;

import io.github.migratemaven.model.ChangesetId;
import io.github.migratemaven.model.Position;
import java.util.Optional;

/**
 * One migration of a project.
 *
 * @param name what kind, version and description its name tells
 * @param file as messages show it
 * @param script its SQL; empty for one that only its own tool can run
 * @param undo the script that takes it back
 */
record Migration(
        ChangesetId identity,
        FlywayName name,
        String file,
        ScriptSettings settings,
        Optional<Script> script,
        Optional<Script> undo) {

    FlywayName.Kind kind() {
        return name.kind();
    }

    Position position() {
        return script.isPresent() ? new Position(file, 1, 1) : Position.ofFile(file);
    }
}
