package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All scripts of a scan, found by the name that others call them by. */
final class ScriptIndex {
    private final Map<ScriptId, List<Script>> byId = new LinkedHashMap<>();
    private final Map<Kind, Map<String, List<Script>>> byName = new EnumMap<>(Kind.class);
    /** By kind, then folder. */
    private final Map<Kind, Map<String, Set<String>>> names = new EnumMap<>(Kind.class);

    ScriptIndex(Collection<Script> scripts) {
        for (Kind kind : Kind.values()) {
            byName.put(kind, new HashMap<>());
            names.put(kind, new HashMap<>());
        }
        for (Script script : scripts) {
            ScriptId id = script.id();
            add(byId, id, script);
            add(byName.get(id.kind()), id.name(), script);
            Map<String, Set<String>> byFolder = names.get(id.kind());
            if (!byFolder.containsKey(id.folder())) {
                byFolder.put(id.folder(), new LinkedHashSet<>());
            }
            byFolder.get(id.folder()).add(id.name());
        }
    }

    private static <K> void add(Map<K, List<Script>> scripts, K key, Script script) {
        List<Script> same = scripts.get(key);
        if (same == null) {
            same = new ArrayList<>();
            scripts.put(key, same);
        }
        same.add(script);
    }

    List<Script> of(ScriptId id) {
        return byId.getOrDefault(id, List.of());
    }

    /** The script of that name in the folder or the nearest one above it: make, just and the like look upwards. */
    List<Script> upwards(Kind kind, String folder, String name) {
        for (Optional<String> at = Optional.of(folder); at.isPresent(); at = Folders.parent(at.get())) {
            List<Script> found = of(new ScriptId(kind, at.get(), name));
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** Scripts of that name in every folder. */
    List<Script> everywhere(Kind kind, String name) {
        return byName.get(kind).getOrDefault(name, List.of());
    }

    /** Names of a kind in a folder, for patterns such as {@code db:*}. */
    Set<String> names(Kind kind, String folder) {
        return names.get(kind).getOrDefault(folder, Set.of());
    }

    /**
     * A file by the path that somebody wrote, seen from a folder.
     *
     * @param path may begin with {@code ./}, {@code ../} or {@code /} (a path in an image); what is not there as written is
     *     found by its name if that is unique
     */
    List<Script> file(String folder, String path) {
        String slashes = path.replace('\\', '/');
        String plain = slashes.startsWith("/") ? slashes.substring(1) : slashes;
        for (String base : List.of(folder, "")) {
            Optional<String> resolved = Folders.resolve(base, plain);
            if (resolved.isPresent()) {
                List<Script> found = of(fileId(resolved.get()));
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return onlyOne(everywhere(Kind.FILE, plain.substring(plain.lastIndexOf('/') + 1)));
    }

    /** Nothing where they are several files' scripts. */
    private static List<Script> onlyOne(List<Script> named) {
        for (Script script : named) {
            if (!script.id().equals(named.get(0).id())) {
                return List.of();
            }
        }
        return named;
    }

    static ScriptId fileId(String path) {
        int slash = path.lastIndexOf('/');
        return new ScriptId(Kind.FILE, slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1));
    }
}
