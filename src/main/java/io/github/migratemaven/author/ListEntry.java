package io.github.migratemaven.author;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One item of a changelog that lists others, and where its text stands.
 *
 * @param kind {@code include}, {@code includeAll}, {@code changeSet}, …
 * @param text as it stands in the file
 * @param end offset behind it
 * @param attributes their names
 * @param path of the file or folder, as it stands there; empty without one
 */
record ListEntry(String kind, String text, int end, Set<String> attributes, String path) {
    private static final Pattern RELATIVE =
            Pattern.compile("relativeToChangelogFile[\"']?\\s*[:=]\\s*[\"']?true", Pattern.CASE_INSENSITIVE);

    boolean isInclude() {
        return kind.equals("include") && !path.isEmpty();
    }

    boolean isIncludeAll() {
        return kind.equals("includeAll") && !path.isEmpty();
    }

    boolean relative() {
        return RELATIVE.matcher(text).find();
    }

    /** An include with contexts, labels and the like is no example for the next one. */
    boolean plain() {
        return isInclude() && Set.of("file", "relativeToChangelogFile").containsAll(attributes);
    }

    String withPath(String other) {
        int at = text.lastIndexOf(path);
        return text.substring(0, at) + other + text.substring(at + path.length());
    }

    /** @param attribute finds an attribute's name as group 1 and its bare value as group 2, 3 or 4 */
    static ListEntry of(String kind, String text, int end, Pattern attribute) {
        Set<String> names = new java.util.TreeSet<>();
        String path = "";
        Matcher matcher = attribute.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
            if (matcher.group(1).equals("file") || matcher.group(1).equals("path")) {
                for (int group = 2; group <= matcher.groupCount() && path.isEmpty(); group++) {
                    path = matcher.group(group) == null
                            ? ""
                            : matcher.group(group).strip();
                }
            }
        }
        return new ListEntry(kind, text, end, names, path);
    }
}
