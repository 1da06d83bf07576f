package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.engine.FileContent.ScriptCommands;
import io.github.migratemaven.scan.shell.Command;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which scripts call which. Scripts are compared by identity: two that say the same are two. */
final class CallGraph {
    /** Calls that are followed. A hundred thousand scripts that each call all others are no project. */
    private static final int MOST_CALLS = 1_000_000;

    private final List<Script> scripts;
    private final Map<Script, List<Reach.Edge>> edges = new IdentityHashMap<>();

    CallGraph(List<FileContent> files, PackageNames packages) {
        List<ScriptCommands> commands = new ArrayList<>();
        for (FileContent file : files) {
            commands.addAll(file.scripts());
        }
        scripts = new ArrayList<>();
        for (ScriptCommands read : commands) {
            scripts.add(read.script());
        }
        ScriptIndex index = new ScriptIndex(scripts);
        CallResolver calls = new CallResolver(index, packages);
        int left = MOST_CALLS;
        for (ScriptCommands read : commands) {
            List<Reach.Edge> found = edges(left, read, calls, index);
            edges.put(read.script(), found);
            left -= found.size();
        }
    }

    Reach reach() {
        return new Reach(scripts, edges);
    }

    /** Some scripts and all from which one of them is reached. */
    Set<Script> reaching(Collection<Script> wanted) {
        Map<Script, List<Script>> callers = new IdentityHashMap<>();
        for (Map.Entry<Script, List<Reach.Edge>> caller : edges.entrySet()) {
            for (Reach.Edge edge : caller.getValue()) {
                if (!callers.containsKey(edge.target())) {
                    callers.put(edge.target(), new ArrayList<>());
                }
                callers.get(edge.target()).add(caller.getKey());
            }
        }
        Set<Script> reaching = Collections.newSetFromMap(new IdentityHashMap<>());
        ArrayDeque<Script> open = new ArrayDeque<>(wanted);
        while (!open.isEmpty()) {
            Script script = open.poll();
            if (reaching.add(script)) {
                open.addAll(callers.getOrDefault(script, List.of()));
            }
        }
        return reaching;
    }

    /** @param left of {@link #MOST_CALLS} */
    private static List<Reach.Edge> edges(int left, ScriptCommands read, CallResolver resolver, ScriptIndex index) {
        List<Reach.Edge> edges = new ArrayList<>();
        declared(read.script().body(), index, edges);
        for (Command command : read.commands()) {
            if (edges.size() >= left) {
                break;
            }
            Position at = command.source().position(command.words().get(0).start());
            add(resolver.calls(command, read.folder(command)), at, edges);
        }
        return edges;
    }

    private static void declared(Script.Body body, ScriptIndex index, List<Reach.Edge> edges) {
        if (body instanceof Script.Body.Calls calls) {
            for (Script.Call call : calls.calls()) {
                add(index.of(call.target()), call.position(), edges);
            }
        } else if (body instanceof Script.Body.Sequence sequence) {
            for (Script.Body part : sequence.parts()) {
                declared(part, index, edges);
            }
        }
    }

    private static void add(List<Script> targets, Position at, List<Reach.Edge> edges) {
        for (Script target : targets) {
            edges.add(new Reach.Edge(target, at));
        }
    }
}
