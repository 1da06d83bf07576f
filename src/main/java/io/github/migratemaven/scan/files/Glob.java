package io.github.migratemaven.scan.files;

import java.util.Arrays;

/**
 * A path pattern as in .gitignore: {@code *} and {@code ?} within a name, {@code [a-z]}, {@code **} across names. Time is bounded by
 * pattern × path: a star is retried only from the last one.
 */
public final class Glob {
    private final String[] names;

    public Glob(String pattern) {
        this.names = pattern.split("/");
    }

    /** @param path with {@code /}, no leading one */
    public boolean matches(String path) {
        String[] parts = path.split("/");
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (p < parts.length) {
            if (n < names.length && names[n].equals("**")) {
                star = n++;
                retry = p;
            } else if (n < names.length && name(names[n], parts[p])) {
                n++;
                p++;
            } else if (star >= 0) {
                n = star + 1;
                p = ++retry;
            } else {
                return false;
            }
        }
        return n == names.length;
    }

    /** Whether a name matches a pattern without {@code /}. */
    static boolean name(String pattern, String name) {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(pattern, p, name.charAt(n)) : -1;
            if (next >= 0) {
                p = next;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** @return index in the pattern past what matched this character, or -1 */
    private static int one(String pattern, int at, char c) {
        char head = pattern.charAt(at);
        if (head == '?') {
            return at + 1;
        }
        if (head == '\\' && at + 1 < pattern.length()) {
            return pattern.charAt(at + 1) == c ? at + 2 : -1;
        }
        int close = head == '[' ? pattern.indexOf(']', at + 2) : -1;
        if (close < 0) {
            return head == c ? at + 1 : -1;
        }
        boolean not = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
        boolean in = false;
        for (int i = at + (not ? 2 : 1); i < close; i++) {
            if (i + 2 < close && pattern.charAt(i + 1) == '-') {
                in |= pattern.charAt(i) <= c && c <= pattern.charAt(i + 2);
                i += 2;
            } else {
                in |= pattern.charAt(i) == c;
            }
        }
        return in != not ? close + 1 : -1;
    }

    @Override
    public String toString() {
        return String.join("/", Arrays.asList(names));
    }
}
