package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNamingTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T23:30:05Z"), ZoneId.of("Europe/Berlin"));
    private static final ChangesetName NAME = ChangesetName.of("add total to orders");

    @ParameterizedTest
    @CsvSource({
        "0023-open-orders.sql, 0024-add-total-to-orders.sql",
        "099_orders.yaml, 100_add_total_to_orders.yaml",
        "9-orders.yml, 10-add-total-to-orders.yml",
        "20261101120000_orders.sql, 20261123233005_add_total_to_orders.sql",
        "202611011200-orders.xml, 202611232330-add-total-to-orders.xml",
        "20261101-new-orders.json, 20261123-add-total-to-orders.json",
        "2026-11-01-orders.sql, 2026-11-23-add-total-to-orders.sql",
        "orders.sql, 20261123233005_add_total_to_orders.sql",
        "new-orders.sql, 20261123233005-add-total-to-orders.sql"
    })
    void followsTheFileBefore(String before, String next) {
        assertThat(new FileNaming(Optional.of(before), CLOCK).next(NAME, ChangesetFormat.ofFile(before)))
                .isEqualTo(next);
    }

    @Test
    void theFirstFileBeginsWithItsTime() {
        assertThat(new FileNaming(Optional.empty(), CLOCK).next(NAME, ChangesetFormat.SQL))
                .isEqualTo("20261123233005_add_total_to_orders.sql");
    }
}
