package io.github.migratemaven.scan.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * What a variable can hold at one place.
 *
 * @param known each value that is known; a list for an array, one text for anything else
 * @param open whether it can hold something else, too
 */
record Values(List<List<Traced>> known, boolean open) {
    static final Values UNKNOWN = new Values(List.of(), true);

    static Values of(Traced value) {
        return new Values(List.of(List.of(value)), false);
    }

    static Values array(List<Traced> elements) {
        return new Values(List.of(List.copyOf(elements)), false);
    }

    /** Any of several texts: the variable of a loop. */
    static Values any(List<Traced> values) {
        List<List<Traced>> known = new ArrayList<>();
        for (Traced value : values.subList(0, Math.min(values.size(), Budget.VALUES))) {
            known.add(List.of(value));
        }
        return new Values(known, values.size() > known.size());
    }

    /** One or the other. */
    Values or(Values other) {
        if (known.isEmpty() && other.known.isEmpty()) {
            return UNKNOWN;
        }
        List<List<Traced>> all = new ArrayList<>(known);
        for (List<Traced> value : other.known) {
            if (all.size() < Budget.VALUES && known.stream().noneMatch(v -> same(v, value))) {
                all.add(value);
            }
        }
        return new Values(all, open || other.open);
    }

    private static boolean same(List<Traced> one, List<Traced> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!one.get(i).text().equals(other.get(i).text())) {
                return false;
            }
        }
        return true;
    }

    /** The one text that it holds for sure; else null. */
    String sure() {
        return !open && known.size() == 1 && known.get(0).size() == 1
                ? known.get(0).get(0).text()
                : null;
    }
}
