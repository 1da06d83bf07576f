package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.catalog.Catalog.Match;
import io.github.migratemaven.scan.shell.Command;

/** Where something banned stands, as the scan met it. */
public sealed interface Site {
    Position position();

    Match match();

    /** In a command of a script. */
    record InCommand(Position position, Match match, Script script, Command command) implements Site {}

    /** In a configuration file. */
    record InSetting(Position position, Match match, Setting setting) implements Site {}
}
