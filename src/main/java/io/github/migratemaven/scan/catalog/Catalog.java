package io.github.migratemaven.scan.catalog;

import io.github.migratemaven.scan.Clue;
import io.github.migratemaven.scan.Setting;
import io.github.migratemaven.scan.shell.Command;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** What is banned, matched over parsed words and settings. Implementations are immutable and thread-safe, and never throw. */
public interface Catalog {
    /**
     * The entries that a command is an instance of; usually none or one.
     *
     * @param files answers with the text of a file that the command names as its input, such as the SQL of {@code psql -f x.sql}:
     *     a path as it stands in the command, relative to the command's working folder; asked only for commands whose verdict
     *     hangs on it
     */
    List<Match> match(Command command, Function<String, Optional<String>> files);

    /** As above, where no file can be read: a command whose verdict hangs on a file does not match. */
    default List<Match> match(Command command) {
        return match(command, path -> Optional.empty());
    }

    /** Whether there are entries of a project's own: then no file can be left out for the words that ours need. */
    default boolean isExtended() {
        return false;
    }

    /** One of these is in every file that something banned stands in. */
    List<Clue> clues();

    /** The ids of all entries. */
    Set<String> ids();

    /** The entries that a setting is an instance of; usually none or one. */
    List<Match> match(Setting setting);

    /** Circumstances that the command or setting itself gives. */
    enum Trait {
        /** Its target is a throw-away: an in-memory URL, a test environment on the line. */
        THROWAWAY,
        /** It names a development environment or a developer's own configuration file. */
        DEVELOPMENT,
        /** It only makes a destructive command possible: {@code cleanDisabled=false}. */
        UNLOCKS_ONLY,
        /** It asks a person before it acts, and nothing on the line answers for them. */
        ASKS_FIRST,
        /** A daily development command, wrong only where a machine runs it: build, CI, image, deploy, start. */
        CI_ONLY,
        /** It changes a schema to match a model and may drop some of it; it is not there to drop everything. */
        IN_PLACE,
        /** It names a server that is not the developer's own: an application on a platform, a host in a cloud. */
        REMOTE_TARGET
    }

    /**
     * One entry that was met.
     *
     * @param shown the command or setting as a person would write it: {@code prisma db push --accept-data-loss}; holds no secret
     * @param start where its first word stands in the command's source: the tool's word, without wrappers and runners; for an
     *     option that is a setting ({@code -Dspring.jpa.hibernate.ddl-auto=update}) that word itself, for a variable the
     *     place where it is set (so every command below an export gives the same place); 0 for a setting
     */
    record Match(Banned banned, String shown, int start, Set<Trait> traits) {
        public Match {
            traits = Set.copyOf(traits);
        }

        /** Whether the command or setting itself proves that its target is a throw-away. */
        public boolean throwaway() {
            return traits.contains(Trait.THROWAWAY);
        }

        /** Whether it only makes a destructive command possible, or asks before it acts. */
        public boolean unlocksOnly() {
            return traits.contains(Trait.UNLOCKS_ONLY) || traits.contains(Trait.ASKS_FIRST);
        }

        public boolean development() {
            return traits.contains(Trait.DEVELOPMENT);
        }

        public boolean ciOnly() {
            return traits.contains(Trait.CI_ONLY);
        }

        public boolean inPlace() {
            return traits.contains(Trait.IN_PLACE);
        }

        public boolean remoteTarget() {
            return traits.contains(Trait.REMOTE_TARGET);
        }
    }
}
