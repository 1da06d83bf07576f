package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The variables of a script while it is read from top to bottom. A branch is read from a mark on; {@link #takeBack} undoes it and
 * says what it changed, {@link #join} goes on with what any of the branches can have left behind.
 */
final class Variables {
    /** Stands for the working folder; no variable has such a name. */
    static final String FOLDER = ".folder";
    /** Stands for the file that the environment was loaded from. */
    static final String ENV_FILE = ".env";

    private static final int ENVIRONMENT = 200;

    private record Change(String name, Values before) {}

    private final Map<String, Values> now = new LinkedHashMap<>();
    private final Map<String, Values> given = new HashMap<>();
    private final List<Change> log = new ArrayList<>();
    private final Budget budget;
    private Map<String, String> environment = Map.of();
    private boolean stale;

    Variables(Budget budget) {
        this.budget = budget;
    }

    /** What is set where the script runs. It can be something else in another run, and stands nowhere in the script. */
    void give(Map<String, String> environment, Source source) {
        for (Map.Entry<String, String> variable : environment.entrySet()) {
            String value = variable.getValue();
            if (value.indexOf('$') < 0 && value.length() <= Budget.VALUE && given.size() < ENVIRONMENT) {
                int[] offsets = new int[value.length() + 1];
                Arrays.fill(offsets, source.offset(0));
                given.put(
                        variable.getKey(),
                        new Values(List.of(List.of(new Traced(source.file(), value, offsets))), true));
            }
        }
    }

    boolean isGiven(String name) {
        return !now.containsKey(name) && given.containsKey(name);
    }

    Values get(String name) {
        Values values = now.get(name);
        return values != null ? values : given.getOrDefault(name, Values.UNKNOWN);
    }

    void set(String name, Values values) {
        given.remove(name);
        Values before = values == Values.UNKNOWN ? now.remove(name) : now.put(name, values);
        log.add(new Change(name, before == null ? Values.UNKNOWN : before));
        stale = true;
    }

    int mark() {
        return log.size();
    }

    /** Undoes all since the mark. @return what held at the end, by name */
    Map<String, Values> takeBack(int mark) {
        Map<String, Values> changed = new HashMap<>();
        for (int i = log.size() - 1; i >= mark; i--) {
            Change change = log.remove(i);
            changed.putIfAbsent(change.name, get(change.name));
            if (change.before == Values.UNKNOWN) {
                now.remove(change.name);
            } else {
                now.put(change.name, change.before);
            }
            stale = true;
        }
        return changed;
    }

    /** @param maybeNone whether it can be that none of the branches was taken */
    void join(Collection<Map<String, Values>> branches, boolean maybeNone) {
        Map<String, Values> joined = new LinkedHashMap<>();
        for (Map<String, Values> branch : branches) {
            for (String name : branch.keySet()) {
                joined.put(name, maybeNone ? get(name) : null);
            }
        }
        if (!budget.spend((long) joined.size() * branches.size())) {
            joined.keySet().forEach(name -> set(name, Values.UNKNOWN));
            return;
        }
        for (Map.Entry<String, Values> entry : joined.entrySet()) {
            Values all = entry.getValue();
            for (Map<String, Values> branch : branches) {
                Values left = branch.getOrDefault(entry.getKey(), get(entry.getKey()));
                all = all == null ? left : all.or(left);
            }
            set(entry.getKey(), all);
        }
    }

    /** What a command sees: the variables with one sure value and a name as the environment has them. */
    Map<String, String> environment() {
        if (stale && budget.spend(Math.min(now.size(), ENVIRONMENT))) {
            Map<String, String> sure = new HashMap<>();
            for (Map.Entry<String, Values> entry : now.entrySet()) {
                String value = entry.getValue().sure();
                if (value != null && sure.size() < ENVIRONMENT && isEnvironment(entry.getKey())) {
                    sure.put(entry.getKey(), value);
                }
            }
            environment = Map.copyOf(sure);
            stale = false;
        }
        return environment;
    }

    private static boolean isEnvironment(String name) {
        return name.equals(ENV_FILE) || !name.isEmpty() && Cursor.startsName(name.charAt(0));
    }
}
