package io.github.migratemaven.author;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.postgres.compare.PgCodeKeeperComparison;
import io.github.migratemaven.testing.TestDatabase;
import io.github.migratemaven.testing.TestDatabases;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TestDatabases.class)
class GrantedRolesTest {
    @Test
    void grantsAndPoliciesNameThem(TestDatabase database) {
        database.createRole("granted_reader", "zebra");
        database.createRole("Granted, \"\"quoted", "zebra");
        database.createRole("granted_by_policy", "zebra");
        database.execute("CREATE TABLE t(id int); GRANT SELECT, UPDATE ON t TO granted_reader, PUBLIC;"
                + "GRANT SELECT (id) ON t TO \"Granted, \"\"quoted\" WITH GRANT OPTION;"
                + "CREATE POLICY p ON t TO granted_by_policy, granted_reader USING (true);"
                + "CREATE POLICY everybody ON t USING (id > 0)");

        assertThat(GrantedRoles.in(new PgCodeKeeperComparison().catalogue(database.target(), Optional.empty())))
                .containsExactly("Granted, \"quoted", "granted_by_policy", "granted_reader");
        database.execute("DROP TABLE t");
    }
}
