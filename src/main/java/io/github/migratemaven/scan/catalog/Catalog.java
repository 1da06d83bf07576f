package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.shell.Command;
import java.util.List;

/** What is banned, matched over parsed words and settings. */
public interface Catalog {
    /** @return the entries that this command is an instance of; usually none or one */
    List<Match> match(Command command);

    List<Match> match(Setting setting);

    /**
     * @param shown the command or setting as a person would write it: {@code prisma db push --accept-data-loss}
     * @param throwaway whether the command or setting itself proves that its target is a throw-away (an in-memory URL, a test
     *     environment on the line)
     * @param unlocksOnly whether it only makes a destructive command possible ({@code cleanDisabled=false}) or asks before it acts
     */
    record Match(Banned banned, String shown, int start, boolean throwaway, boolean unlocksOnly) {}
}
