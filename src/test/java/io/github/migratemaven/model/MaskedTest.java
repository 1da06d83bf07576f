package io.github.migratemaven.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATABASE_URL=postgres://shop:tulip@db/shop prisma db push | DATABASE_URL=postgres://shop:***@db/shop prisma db push
            psql postgresql://:tulip@db -c x                          | psql postgresql://:***@db -c x
            PGPASSWORD=tulip psql -c x                                | PGPASSWORD=*** psql -c x
            jdbc:postgresql://db/shop?user=a&password=tulip&ssl=true  | jdbc:postgresql://db/shop?user=a&password=***&ssl=true
            DB_PASSWORD: tulip                                        | DB_PASSWORD: ***
            """)
    void whatIsSecretIsHidden(String text, String shown) {
        assertThat(Masked.text(text)).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        "prisma db push --accept-data-loss",
        "DATABASE_URL=${{ secrets.DATABASE_URL }} prisma db push",
        "PGPASSWORD=$PGPASSWORD psql",
        "see https://example.com:8080/a@b"
    })
    void whatIsNotIsLeftAsItIs(String text) {
        assertThat(Masked.text(text)).isEqualTo(text);
    }
}
