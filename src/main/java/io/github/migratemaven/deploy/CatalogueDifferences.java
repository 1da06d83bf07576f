package io.github.migratemaven.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

/** Two catalogues of one schema at two moments, in words. */
final class CatalogueDifferences {
    private static final int SHOWN = 5;
    private static final int LONGEST = 160;

    private CatalogueDifferences() {}

    /**
     * @param wanted object to definition, as it should be
     * @param found as it is
     * @return what differs, the first few of it; empty when nothing does
     */
    static List<String> between(Map<String, String> wanted, Map<String, String> found) {
        List<String> all = new ArrayList<>();
        TreeSet<String> names = new TreeSet<>(wanted.keySet());
        names.addAll(found.keySet());
        for (String name : names) {
            if (!found.containsKey(name)) {
                all.add(name + " is gone");
            } else if (!wanted.containsKey(name)) {
                all.add(name + " is there");
            } else if (!Objects.equals(wanted.get(name), found.get(name))) {
                all.add(name + " is " + shortened(found.get(name)) + ", was " + shortened(wanted.get(name)));
            }
        }
        if (all.size() <= SHOWN) {
            return all;
        }
        List<String> first = new ArrayList<>(all.subList(0, SHOWN));
        first.add("and " + (all.size() - SHOWN) + " more");
        return first;
    }

    private static String shortened(String definition) {
        String line = definition == null ? "" : definition.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…") + "\"";
    }
}
