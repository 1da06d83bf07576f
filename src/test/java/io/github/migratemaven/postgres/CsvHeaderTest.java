package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CsvHeaderTest {
    @Test
    void namesAreSeparatedByCommas() {
        assertThat(CsvHeader.of("id, name\r\n1,Ada\r\n")).containsExactly("id", "name");
        assertThat(CsvHeader.of("id")).containsExactly("id");
    }

    @Test
    void quotedNamesKeepTheirCommasQuotesAndLines() {
        assertThat(CsvHeader.of("\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\"\n1,2,3\n"))
                .containsExactly("a,b", "say \"hi\"", "two\nlines");
    }

    @Test
    void aByteOrderMarkIsNoPartOfAName() {
        assertThat(CsvHeader.of("\uFEFFid,name\n")).containsExactly("id", "name");
    }
}
