package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.files.EnvironmentEvidence;
import io.github.migratemaven.scan.files.Node;
import io.github.migratemaven.scan.files.Surroundings;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The containers that a job starts beside itself.
 *
 * @param hosts the names under which the job reaches them
 * @param database whether one is a database
 * @param environment what the job's own container sets
 * @param production whether the job says that it works on production: then no address makes its database a throw-away
 */
record Services(Set<String> hosts, boolean database, Map<String, String> environment, boolean production) {
    static final Services NONE = new Services(Set.of(), false, Map.of(), false);

    static Services onProduction() {
        return new Services(Set.of(), false, Map.of(), true);
    }

    static boolean isProduction(String environment) {
        String name = environment.toLowerCase(Locale.ROOT);
        return name.startsWith("prod") || name.endsWith("-prod") || name.endsWith("production") || name.equals("live");
    }

    /** In the spellings of the systems: a mapping by name, a list of images, a list of mappings. */
    static Services of(Optional<Node> node, Map<String, String> environment) {
        Set<String> hosts = new HashSet<>();
        boolean[] database = {false};
        if (node.isPresent()) {
            for (Node.Entry entry : node.get().entries()) {
                hosts.add(entry.key());
                add(entry.value(), hosts, database);
            }
            for (Node item : node.get().items()) {
                add(item, hosts, database);
            }
        }
        return new Services(hosts, database[0], environment, false);
    }

    private static void add(Node service, Set<String> hosts, boolean[] database) {
        String image = service.text();
        for (String key : new String[] {"image", "name"}) {
            String named = service.get(key).map(Node::text).orElse("");
            image = image.isEmpty() || EnvironmentEvidence.isDatabase(named) ? named : image;
        }
        service.get("alias").ifPresent(alias -> hosts.add(alias.text()));
        service.get("name")
                .map(Node::text)
                .filter(name -> name.indexOf(':') < 0)
                .ifPresent(hosts::add);
        if (!image.isEmpty() && image.indexOf('$') < 0) {
            String name = image.substring(image.lastIndexOf('/') + 1);
            int tag = name.indexOf(':');
            hosts.add(tag < 0 ? name : name.substring(0, tag));
        }
        database[0] |= EnvironmentEvidence.isDatabase(image);
    }

    /** What the variables in force and these services together say about the database. */
    Surroundings judge(Surroundings where) {
        Set<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(EnvironmentEvidence.mode(where.environment()));
        if (!production) {
            evidence.addAll(EnvironmentEvidence.database(where.environment(), hosts, database));
        }
        return where.evidence(evidence);
    }
}
