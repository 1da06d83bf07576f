package io.github.migratemaven.scan.shell;

/**
 * What a command hands on to the next.
 *
 * @param text null when it is not known
 * @param file the file that it is, as written; empty string = none
 */
record Printed(Traced text, String file) {
    static final Printed NOTHING = new Printed(null, "");

    String known() {
        return text == null ? "" : text.text();
    }
}
