package io.github.migratemaven.maven;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GitAuthorTest {
    @Test
    void aNameThatWouldEndTheAuthorIsWrittenWithoutWhatEndsIt() {
        assertThat(GitAuthor.plain(" Team: \"Ada\" ")).isEqualTo("Team Ada");
        assertThat(GitAuthor.plain("Zoë O'Neil <zoe@example.com>")).isEqualTo("Zoë O'Neil <zoe@example.com>");
    }
}
