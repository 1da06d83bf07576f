package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Body;
import io.github.migratemaven.scan.Script.Entry;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * The build of a pom or one of its profiles.
 *
 * @param profile its id; empty string for the build itself
 * @param active whether it is on without being asked for
 */
record PomSection(PomModel pom, String profile, boolean active, Set<Evidence> evidence) {
    private static final Set<String> DEPLOYED = Set.of("prod", "production", "live", "staging", "release", "deploy");

    SourceFile file() {
        return pom.file();
    }

    /** What {@code mvn -Pprofile} runs. */
    ScriptId id() {
        return new ScriptId(Kind.MAVEN, file().folder(), "profile:" + profile);
    }

    /** Something that runs when the lifecycle does. */
    Script script(String title, Position position, Body body) {
        return script(title, position, body, file().folder());
    }

    /** A profile of such a name is what a server or a pipeline switches on. */
    private boolean isDeployed() {
        Set<String> words = NameEvidence.words(profile.toLowerCase(Locale.ROOT));
        return evidence.isEmpty() && !Collections.disjoint(words, DEPLOYED);
    }

    /** @param folder the working folder */
    Script script(String title, Position position, Body body, String folder) {
        boolean entry = profile.isEmpty() || active || isDeployed();
        ScriptId id = entry ? new ScriptId(Kind.ANONYMOUS, file().folder(), title + ' ' + position) : id();
        return new Script(id, title, position, entry ? Entry.BUILD : Entry.NONE, body, folder, Map.of(), evidence);
    }

    /** Something that runs only when its goal is called by name, as {@code mvn exec:exec@reset}. */
    Script onDemand(String goal, String title, Position position, Body body, String folder) {
        ScriptId id = new ScriptId(Kind.MAVEN, file().folder(), goal);
        return new Script(id, title, position, Entry.NONE, body, folder, Map.of(), evidence);
    }

    /** A text that stands in a place as a whole: all of its characters are at its beginning. */
    Source located(String text, Position position) {
        String known = pom.interpolate(text);
        int[] offsets = new int[known.length() + 1];
        Arrays.fill(offsets, file().offset(position));
        return Source.mapped(file(), known, offsets);
    }
}
