package io.github.migratemaven.scan.policy;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind {@code migrate:allow}: an id, perhaps {@code until} and a date, {@code because} and a reason. {@code --}
 * will do for {@code because} where the file's comments may hold it.
 *
 * @param id empty string when it is none of the catalogue's
 * @param problem empty string when there is none
 */
record AllowText(String id, String reason, Optional<LocalDate> until, String problem) {
    static AllowText wrong(String problem) {
        return new AllowText("", "", Optional.empty(), problem);
    }

    static AllowText read(String text, Set<String> ids) {
        Words words = new Words(text);
        String id = words.next();
        if (id.isEmpty() || isBecause(id)) {
            return wrong("it names no entry");
        }
        if (!ids.contains(id)) {
            return wrong(
                    "the catalogue has no entry " + id + ". " + PolicyReader.meant(id, ids) + PolicyReader.IDS_ARE);
        }
        Optional<LocalDate> until = Optional.empty();
        String word = words.next();
        if (word.equals("until")) {
            String day = words.next();
            until = PolicyReader.date(day);
            if (until.isEmpty()) {
                return wrong(id, PolicyReader.notADate(day));
            }
            word = words.next();
        }
        if (!word.isEmpty() && !isBecause(word)) {
            return wrong(id, "it says \"" + word + "\" where \"because\" and a reason belong");
        }
        String reason = words.rest();
        return reason.isEmpty() ? wrong(id, "it gives no reason") : new AllowText(id, reason, until, "");
    }

    private static AllowText wrong(String id, String problem) {
        return new AllowText(id, "", Optional.empty(), problem);
    }

    private static boolean isBecause(String word) {
        return word.equals("because") || word.equals("--");
    }

    private static final class Words {
        private String rest;

        Words(String text) {
            rest = text.strip();
        }

        /** Empty string at the end. */
        String next() {
            int end = 0;
            while (end < rest.length() && !Character.isWhitespace(rest.charAt(end))) {
                end++;
            }
            String word = rest.substring(0, end);
            rest = rest.substring(end).strip();
            return word;
        }

        String rest() {
            return rest;
        }
    }
}
