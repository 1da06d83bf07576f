package io.github.migratemaven.scan.catalog;

import java.util.List;
import java.util.Map;

/**
 * How a setting is recognised.
 *
 * @param keys as their world spells them; a first part {@code **} stands for any beginning, a part {@code *} for any one part
 * @param values that do harm; case does not matter
 * @param unless keys, or {@code key=value}, that take its effect away where they stand beside it
 */
record SettingPattern(List<String> keys, List<Glob> values, List<String> unless) {
    SettingPattern {
        keys = List.copyOf(keys);
        values = List.copyOf(values);
        unless = List.copyOf(unless);
    }

    /** Whether a neighbour takes the effect away. */
    boolean undone(Map<String, String> siblings) {
        for (String other : unless) {
            int equals = other.indexOf('=');
            String key = SettingKey.plain(equals < 0 ? other : other.substring(0, equals));
            for (Map.Entry<String, String> sibling : siblings.entrySet()) {
                if (SettingKey.plain(sibling.getKey()).equals(key)
                        && (equals < 0 || other.substring(equals + 1).equalsIgnoreCase(sibling.getValue()))) {
                    return true;
                }
            }
        }
        return false;
    }

    boolean harmful(String value) {
        for (Glob glob : values) {
            if (glob.matches(value)) {
                return true;
            }
        }
        return false;
    }
}
