package io.github.migratemaven.scan.engine;

import io.github.migratemaven.model.Finding;
import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Evidence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
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
            return isEntry(outermost());
        }

        /** Whether it begins with a name that promises nothing bad. */
        boolean fromPromise() {
            return outermost().entry() == Script.Entry.PROMISE;
        }

        private Script outermost() {
            Way first = this;
            while (first.caller != null) {
                first = first.caller;
            }
            return first.script;
        }

        boolean mild() {
            return Reach.mild(evidence);
        }

        /**
         * Outermost first: place and title of each script on the way.
         *
         * @param match where the last script does what it must not
         */
        List<String> chain(Position match) {
            List<String> chain = new ArrayList<>();
            Position inside = match;
            for (Way way = this; way != null; way = way.caller) {
                chain.add(0, link(way.script, inside));
                inside = way.at;
            }
            return chain;
        }

        /** The places of the chain. */
        List<Finding.Stop> route(Position match) {
            List<Finding.Stop> route = new ArrayList<>();
            Position inside = match;
            for (Way way = this; way != null; way = way.caller) {
                route.add(0, new Finding.Stop(place(way.script, inside), way.script.title()));
                inside = way.at;
            }
            return route;
        }
    }

    static boolean mild(Set<Evidence> evidence) {
        return !Collections.disjoint(evidence, ScanOptions.MILD);
    }

    /** A script that is a whole file is shown at the line that matters, one that has a title where it begins. */
    static String link(Script script, Position inside) {
        Position place = place(script, inside);
        return place.file() + ":" + place.line() + (script.title().isEmpty() ? "" : " " + script.title());
    }

    private static Position place(Script script, Position inside) {
        boolean whole = script.title().isEmpty()
                && inside != null
                && inside.file().equals(script.position().file());
        return whole ? inside : script.position();
    }

    /** A call found in a script. */
    record Edge(Script target, Position at) {}

    private static final Set<String> TELLING =
            Set.of("entrypoint", "start", "deploy", "release", "build", "boot", "run", "migrate");

    /** Scripts are compared by identity: two that say the same are two. */
    private final Map<Script, Way> ways = new IdentityHashMap<>();

    private final List<Way> inOrder = new ArrayList<>();
    private final Map<Script, List<Edge>> edges;

    Reach(List<Script> scripts, Map<Script, List<Edge>> edges) {
        this.edges = edges;
        Set<Script> called = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<Script, List<Edge>> from : edges.entrySet()) {
            for (Edge edge : from.getValue()) {
                if (edge.target != from.getKey()) {
                    called.add(edge.target);
                }
            }
        }
        Set<Script> explained = explained(edges);
        List<Script> entries = new ArrayList<>();
        List<Script> outermost = new ArrayList<>();
        for (Script script : scripts) {
            if (isEntry(script) && !explained.contains(script)) {
                entries.add(script);
                if (!called.contains(script)) {
                    outermost.add(script);
                }
            }
        }
        // First everything that a build reaches with nothing in its favour, then the rest: the first way found stays. A
        // script that runs by itself and is called, too, is shown with its caller.
        for (boolean mildToo : List.of(false, true)) {
            spread(outermost, mildToo);
            spread(entries, mildToo);
        }
        List<Script> promising = with(Script.Entry.PROMISE, scripts);
        spread(promising, false);
        spread(promising, true);
        spread(with(Script.Entry.HOOK, scripts), true);
    }

    private static boolean isEntry(Script script) {
        return switch (script.entry()) {
            case NONE, PROMISE, HOOK -> false;
            case BUILD, CI, IMAGE, DEPLOY, START -> true;
        };
    }

    /**
     * Files that count as run by a machine only because nobody knows who runs them, but here somebody does, and each of those has
     * a throw-away database: a review app, a test job. A name that says "deploy" or "start" outweighs that.
     */
    private static Set<Script> explained(Map<Script, List<Edge>> edges) {
        Set<Script> explained = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Script> others = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Map.Entry<Script, List<Edge>> called : edges.entrySet()) {
            Script from = called.getKey();
            boolean throwaway = isEntry(from)
                    && (from.evidence().contains(Evidence.THROWAWAY_DATABASE)
                            || from.evidence().contains(Evidence.REVIEW_APP));
            for (Edge edge : called.getValue()) {
                if (edge.target != from && edge.target.id().kind() == Script.Kind.FILE) {
                    (throwaway && !saysWhen(edge.target) ? explained : others).add(edge.target);
                }
            }
        }
        explained.removeAll(others);
        return explained;
    }

    private static boolean saysWhen(Script file) {
        for (String word : file.id().name().toLowerCase(Locale.ROOT).split("[^a-z]+")) {
            if (TELLING.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static List<Script> with(Script.Entry entry, List<Script> scripts) {
        List<Script> with = new ArrayList<>();
        for (Script script : scripts) {
            if (script.entry() == entry) {
                with.add(script);
            }
        }
        return with;
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
            put(way);
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

    private void put(Way way) {
        ways.put(way.script, way);
        inOrder.add(way);
    }

    private void reopen() {
        ArrayDeque<Way> open = new ArrayDeque<>(inOrder);
        while (!open.isEmpty()) {
            Way way = open.poll();
            for (Edge edge : edges.getOrDefault(way.script, List.of())) {
                if (!ways.containsKey(edge.target)) {
                    Way next = new Way(edge.target, way, edge.at, evidence(way.evidence, edge.target));
                    put(next);
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
