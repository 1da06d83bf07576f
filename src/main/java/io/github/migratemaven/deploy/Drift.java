package io.github.migratemaven.deploy;

import io.github.migratemaven.model.RunRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** The difference between the schema as the last run left it and as it is now. */
final class Drift {
    /** The digest of the history itself, which stands among the objects' digests. */
    static final String HISTORY = "history";
    /** The server's major version, beside it. */
    static final String SERVER = "server";

    private Drift() {}

    /**
     * @return one line an object; empty when nothing differs or nothing can be said: the last run did not end, or another
     *     tool has deployed since, or the server was upgraded
     */
    static List<String> between(RunRecord lastRun, Map<String, String> now) {
        Map<String, String> then = lastRun.catalogue();
        if (then.isEmpty()
                || now.isEmpty()
                || lastRun.finishedAt() == null
                || !Objects.equals(then.get(SERVER), now.get(SERVER))
                || !Objects.equals(then.get(HISTORY), now.get(HISTORY))) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(then.keySet());
        names.addAll(now.keySet());
        for (String name : names) {
            if (!then.containsKey(name)) {
                lines.add(name + " was added");
            } else if (!now.containsKey(name)) {
                lines.add(name + " is gone");
            } else if (!then.get(name).equals(now.get(name))) {
                lines.add(name + " was changed");
            }
        }
        return lines;
    }
}
