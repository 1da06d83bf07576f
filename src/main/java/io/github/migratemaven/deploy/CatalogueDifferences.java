package io.github.migratemaven.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Two catalogues of one schema at two moments, in words. */
final class CatalogueDifferences {
    private static final int SHOWN = 5;
    private static final int LONGEST = 160;

    /** {@code column s.t.c} is part of s.t, {@code trigger x on s.t} of s.t, {@code privileges on function f} of function f. */
    private static final Pattern PART = Pattern.compile(
            "column (.+)\\.[^.]+|(?:constraint|index|trigger|rule|policy|statistics|privileges|comment) (?:.+ )?on (.+)");

    private static final Pattern OWNERS =
            Pattern.compile("^(?:table|view|materialized view|foreign table|partitioned table|relation|sequence) ");

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
            if (isPart(name, wanted, found)) {
                continue;
            }
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

    /** What came or went with the object that it belongs to. */
    private static boolean isPart(String name, Map<String, String> wanted, Map<String, String> found) {
        if (wanted.containsKey(name) == found.containsKey(name)) {
            return false;
        }
        Map<String, String> has = wanted.containsKey(name) ? wanted : found;
        Map<String, String> lacks = wanted.containsKey(name) ? found : wanted;
        Matcher part = PART.matcher(name);
        if (!part.matches()) {
            return false;
        }
        String whole = part.group(1) == null ? part.group(2) : part.group(1);
        return has.keySet().stream()
                .anyMatch(other -> !other.equals(name)
                        && !lacks.containsKey(other)
                        && (other.equals(whole)
                                || OWNERS.matcher(other).replaceFirst("").equals(whole)));
    }

    private static String shortened(String definition) {
        String line = definition == null ? "" : definition.strip().replaceAll("\\s+", " ");
        return "\"" + (line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…") + "\"";
    }
}
