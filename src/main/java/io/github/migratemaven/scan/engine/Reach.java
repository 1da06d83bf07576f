package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * From where each script is reached. Of several ways the one with the least evidence in its favour counts: a push is not safe
 * because a test job runs it, too.
 */
final class Reach {
    /**
     * A way to a script.
     *
     * @param caller null where the script runs by itself
     * @param at where the caller calls it; null where it runs by itself
     * @param evidence of all scripts on the way
     */
    record Way(Script script, Way caller, Position at, Set<Evidence> evidence) {
        boolean fromEntry() {
            Way first = this;
            while (first.caller != null) {
                first = first.caller;
            }
            Script.Entry entry = first.script.entry();
            return entry != Script.Entry.NONE && entry != Script.Entry.HOOK;
        }

        boolean mild() {
            return !Collections.disjoint(evidence, ScanOptions.MILD);
        }

        /** Outermost first: place and title of each script on the way. */
        List<String> chain() {
            List<String> chain = new ArrayList<>();
            for (Way way = this; way != null; way = way.caller) {
                Position place = way == this || way.at == null ? way.script.position() : way.script.position();
                String title = way.script.title().isEmpty() ? "" : " " + way.script.title();
                chain.add(0, place.file() + (place.line() == 0 ? "" : ":" + place.line()) + title);
            }
            return chain;
        }
    }

    /** A call found in a script. */
    record Edge(Script target, Position at) {}

    private final Map<Script, Way> ways = new HashMap<>();
    private final Map<Script, List<Edge>> edges;

    Reach(List<Script> scripts, Map<Script, List<Edge>> edges) {
        this.edges = edges;
        // First everything that a build reaches with nothing in its favour, then the rest: the first way found stays.
        spread(scripts.stream().filter(s -> isEntry(s)).toList(), false);
        spread(scripts.stream().filter(s -> isEntry(s)).toList(), true);
        spread(scripts.stream().filter(s -> s.entry() == Script.Entry.HOOK).toList(), true);
    }

    private static boolean isEntry(Script script) {
        return script.entry() != Script.Entry.NONE && script.entry() != Script.Entry.HOOK;
    }

    private void spread(List<Script> starts, boolean mildToo) {
        ArrayDeque<Way> open = new ArrayDeque<>();
        for (Script start : starts) {
            open.add(new Way(start, null, null, evidence(Set.of(), start)));
        }
        while (!open.isEmpty()) {
            Way way = open.poll();
            if ((way.mild() && !mildToo) || ways.containsKey(way.script)) {
                continue;
            }
            ways.put(way.script, way);
            for (Edge edge : edges.getOrDefault(way.script, List.of())) {
                open.add(new Way(edge.target, way, edge.at, evidence(way.evidence, edge.target)));
            }
        }
        if (mildToo) {
            // A mild caller of something that a harsh way already reached changes nothing; one of its own callees may
            // be new.
            reopen();
        }
    }

    private void reopen() {
        ArrayDeque<Way> open = new ArrayDeque<>(ways.values());
        while (!open.isEmpty()) {
            Way way = open.poll();
            for (Edge edge : edges.getOrDefault(way.script, List.of())) {
                if (!ways.containsKey(edge.target)) {
                    Way next = new Way(edge.target, way, edge.at, evidence(way.evidence, edge.target));
                    ways.put(edge.target, next);
                    open.add(next);
                }
            }
        }
    }

    private static Set<Evidence> evidence(Set<Evidence> before, Script script) {
        if (script.evidence().isEmpty() && before.isEmpty()) {
            return Set.of();
        }
        EnumSet<Evidence> all = EnumSet.noneOf(Evidence.class);
        all.addAll(before);
        all.addAll(script.evidence());
        return all;
    }

    /** Empty when nothing reaches it. */
    Optional<Way> of(Script script) {
        return Optional.ofNullable(ways.get(script));
    }
}
