package io.github.migratemaven.model;

import java.util.regex.Pattern;

/** Text of a project's own files as it may be shown: passwords in addresses, and values of what is named like one, are hidden. */
public final class Masked {
    private static final String HIDDEN = new Secret("").toString();

    /** {@code scheme://user:password@host}. */
    private static final Pattern ADDRESS = Pattern.compile("(://[^:/?#\\s@]{0,200}:)[^@/\\s\"']{1,200}@");

    private static final Pattern NAMED = Pattern.compile(
            "(?i)((?:password|passwd|pwd|secret|token|api_?key)['\"]?\\s{0,3}[=:]\\s{0,3}['\"]?)(?!\\$)[^\\s&\"';,}]{1,200}");

    private Masked() {}

    public static String text(String text) {
        String addresses = ADDRESS.matcher(text).replaceAll("$1" + HIDDEN + "@");
        return NAMED.matcher(addresses).replaceAll("$1" + HIDDEN);
    }
}
