package io.github.migratemaven.scan.shell;

import java.util.List;

/** A simple command as it is written, before expansion. */
record SimpleCommand(List<Assignment> assignments, List<RawWord> words, List<Redirect> redirects) {
    /**
     * @param value null for an array
     * @param elements null for anything but an array
     * @param adds whether it is {@code +=}
     */
    record Assignment(String name, RawWord value, List<RawWord> elements, boolean adds) {}

    /**
     * @param operator {@code <}, {@code <<}, {@code <<<}, {@code >}, {@code >>}
     * @param descriptor as written; empty string = the usual one
     * @param target the word behind it; null for a here-document
     * @param text of a here-document, else null
     */
    record Redirect(String operator, String descriptor, RawWord target, Traced text) {
        boolean writes() {
            return operator.startsWith(">") && (descriptor.isEmpty() || descriptor.equals("1"));
        }
    }
}
