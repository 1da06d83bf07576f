package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

class SqlNamesTest {
    @Test
    void twoSpellingsOfOneNameAreEqual() {
        assertThat(SqlNames.plain("Public.\"Order\".\"order\".Total")).isEqualTo("public.\"Order\".\"order\".total");
        assertThat(SqlNames.plain("public.user")).isEqualTo(SqlNames.plain("\"public\".\"user\""));
        assertThat(SqlNames.plain("\"a\"\"b\"\"c\"")).isEqualTo("\"a\"\"b\"\"c\"");
        assertThat(SqlNames.plain("größe")).isEqualTo("\"größe\"");
        assertThat(SqlNames.last("public.\"a.b\"")).isEqualTo("a.b");
        assertThat(SqlNames.beside("public.\"user\"", "Client")).isEqualTo("public.client");
        assertThat(SqlNames.qualified("User", "public")).isEqualTo("public.\"user\"");
    }

    @Test
    @ExtendWith(TestDatabases.class)
    void theServerQuotesTheSameWords(TestDatabase database) {
        assertThat(database.query("SELECT word || ' ' || quote_ident(word) FROM pg_get_keywords()"))
                .hasSizeGreaterThan(400)
                .allSatisfy(row -> {
                    String word = row.split(" ")[0];
                    assertThat(SqlNames.quoted(word)).isEqualTo(row.split(" ")[1]);
                });
    }
}
