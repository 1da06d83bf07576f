package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import io.github.migratemaven.scan.Script.ScriptId;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, List<Script>> filesByName = new HashMap<>();
    private final Map<Named, List<Script>> byName = new HashMap<>();
    private final Map<Placed, Set<String>> names = new HashMap<>();

    private record Named(Kind kind, String name) {}

    private record Placed(Kind kind, String folder) {}

    ScriptIndex(Collection<Script> scripts) {
        for (Script script : scripts) {
            byId.computeIfAbsent(script.id(), i -> new ArrayList<>()).add(script);
            ScriptId id = script.id();
            byName.computeIfAbsent(new Named(id.kind(), id.name()), n -> new ArrayList<>())
                    .add(script);
            names.computeIfAbsent(new Placed(id.kind(), id.folder()), p -> new LinkedHashSet<>())
                    .add(id.name());
            if (script.id().kind() == Kind.FILE) {
                filesByName
                        .computeIfAbsent(script.id().name(), name -> new ArrayList<>())
                        .add(script);
            }
        }
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
        return byName.getOrDefault(new Named(kind, name), List.of());
    }

    /** Names of a kind in a folder, for patterns such as {@code db:*}. */
    Set<String> names(Kind kind, String folder) {
        return names.getOrDefault(new Placed(kind, folder), Set.of());
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
        List<Script> named = filesByName.getOrDefault(plain.substring(plain.lastIndexOf('/') + 1), List.of());
        return named.stream().map(Script::id).distinct().count() == 1 ? named : List.of();
    }

    static ScriptId fileId(String path) {
        int slash = path.lastIndexOf('/');
        return new ScriptId(Kind.FILE, slash < 0 ? "" : path.substring(0, slash), path.substring(slash + 1));
    }
}
