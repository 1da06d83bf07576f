package io.github.migratemaven.badinput;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Failure;

/** What every message owes its reader, whatever went wrong. */
final class Paragraph {
    private static final int LONGEST = 700;

    private Paragraph() {}

    /** @param named what the user named himself and may read again, for example a class of his own; may be empty */
    static void check(Failure failure, String named) {
        String text = failure.describe();
        String ours = named.isEmpty() ? text : text.replace(named, "…");
        assertThat(text)
                .as("one paragraph")
                .doesNotContain("\n", "\r", "\u0000")
                .hasSizeLessThanOrEqualTo(LONGEST);
        assertThat(ours)
                .as("words of a person, not of a program")
                .doesNotContainPattern("Exception\\b|\\bat (io|java|liquibase|org)\\.|\\bnull\\b|Caused by")
                .doesNotContainPattern("\\b[a-z]+(\\.[a-z]+)+\\.[A-Z]\\w+|\\b[A-Z]\\w+Error\\b")
                .doesNotContain("https://docs.liquibase", "liquibase.com", "..", ": .", "  ");
        assertThat(failure.message()).as("what").isNotBlank();
        assertThat(failure.hint()).as("what next").containsPattern("(?:\\.|validCheckSum: \\S+)$");
        assertThat(failure.code()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    }
}
