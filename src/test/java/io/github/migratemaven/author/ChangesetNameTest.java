package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChangesetNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "add_idempotency_key_to_workflow_executions",
                "orders_by_customer_index",
                "initial_schema",
                "drop orders",
                "split-display-name",
                "fix_price_rounding",
                "PROJ_123_add_total_to_orders"
            })
    void namesThatSaySomethingPass(String name) {
        assertThat(ChangesetName.of(name).words()).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update_schema",
                "fix",
                "changes",
                "new_migration",
                "migration_2",
                "add_column",
                "create_table",
                "misc-fixes",
                "wip",
                "20261123",
                "update the database"
            })
    void namesThatFitAnyChangesetAreRefusedWithTheReason(String name) {
        assertThatThrownBy(() -> ChangesetName.of(name))
                .isInstanceOf(MigrateException.class)
                .hasMessageContaining("the name \"" + name + "\" fits any changeset");
    }

    @ParameterizedTest
    @CsvSource({
        "orders, is one word",
        "PROJ-123, is a number to look up",
        "zażółć_orders, has characters",
        "../orders_table_of, has characters"
    })
    void othersAreRefusedForTheirOwnReason(String name, String reason) {
        assertThatThrownBy(() -> ChangesetName.of(name)).hasMessageContaining(reason);
    }

    @Test
    void spellingsOfOneNameAreOne() {
        ChangesetName name = ChangesetName.of("addTotalToOrders");

        assertThat(name.joined("_")).isEqualTo("add_total_to_orders");
        assertThat(name.joined("-")).isEqualTo("add-total-to-orders");
        assertThat(name.names("0007-add-total-to-orders")).isTrue();
        assertThat(name.names("V7__Add_total_to_orders")).isTrue();
        assertThat(name.names("add-total-to-orders-view")).isFalse();
    }
}
