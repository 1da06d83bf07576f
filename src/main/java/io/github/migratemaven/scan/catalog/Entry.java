package io.github.migratemaven.scan.catalog;

import java.util.List;

/**
 * An entry of the catalogue with what it is recognised by.
 *
 * @param example a command or setting that it bans, as a person would write it
 * @param ciOnly see {@link Catalog.Trait#CI_ONLY}
 * @param unlocksOnly see {@link Catalog.Trait#UNLOCKS_ONLY}
 * @param inPlace see {@link Catalog.Trait#IN_PLACE}
 */
record Entry(
        Banned banned,
        String example,
        boolean ciOnly,
        boolean unlocksOnly,
        boolean inPlace,
        List<CommandPattern> commands,
        List<SettingPattern> settings) {
    Entry {
        commands = List.copyOf(commands);
        settings = List.copyOf(settings);
    }
}
