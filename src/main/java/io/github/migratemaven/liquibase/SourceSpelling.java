package io.github.migratemaven.liquibase;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How one character of SQL may be spelled in a changelog: as itself, an XML entity, an escape of YAML or JSON. */
final class SourceSpelling {
    private static final Map<String, String> NAMED =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'");
    private static final Pattern ENTITY = Pattern.compile("&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));");
    private static final Pattern ESCAPE = Pattern.compile("(?:u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|U([0-9a-fA-F]{8}))");
    private static final int LONGEST = 10;

    private SourceSpelling() {}

    /**
     * How long the spelling at a place is if it stands for the wanted character, else 0.
     *
     * @param at past the backslash where there is one
     */
    static int length(String source, int at, char wanted) {
        char there = source.charAt(at);
        if (there == '&') {
            int entity = match(ENTITY, source, at, wanted);
            if (entity > 0) {
                return entity;
            }
        }
        if (at > 0 && source.charAt(at - 1) == '\\' && "uxU".indexOf(there) >= 0) {
            int escape = match(ESCAPE, source, at, wanted);
            if (escape > 0) {
                return escape;
            }
        }
        return there == wanted ? 1 : 0;
    }

    /** The second of two characters that stand for one: a quote in YAML's single quotes, a question mark for JDBC. */
    static boolean isDoubled(String source, int at) {
        char there = source.charAt(at);
        return (there == '\'' || there == '?') && source.charAt(at - 1) == there;
    }

    private static int match(Pattern pattern, String source, int at, char wanted) {
        Matcher matcher = pattern.matcher(source).region(at, Math.min(source.length(), at + LONGEST));
        if (!matcher.lookingAt()) {
            return 0;
        }
        String text = text(matcher, pattern == ENTITY);
        return text.equals(String.valueOf(wanted)) ? matcher.end() - at : 0;
    }

    private static String text(Matcher matcher, boolean entity) {
        if (entity && matcher.group(3) != null) {
            return NAMED.getOrDefault(matcher.group(3), "");
        }
        for (int group = 1; group <= (entity ? 2 : 3); group++) {
            if (matcher.group(group) != null) {
                int code = Integer.parseInt(matcher.group(group), entity && group == 2 ? 10 : 16);
                return Character.isValidCodePoint(code) ? Character.toString(code) : "";
            }
        }
        return "";
    }
}
