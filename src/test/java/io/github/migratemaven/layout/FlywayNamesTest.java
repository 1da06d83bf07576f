package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.internal.resource.ResourceName;
import org.flywaydb.core.internal.resource.ResourceNameParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as Flyway's own parser reads them. */
class FlywayNamesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "V1__init.sql",
                "V1.sql",
                "V1_2__add_order_lines.sql",
                "V1.2.3__x.SQL",
                "V007__bond.sql",
                "V20260101120000__long.sql",
                "V2__a__b.sql",
                "R__views.sql",
                "R__a_b__c.sql",
                "R1__not_repeatable.sql",
                "B3__state.sql",
                "V__no_version.sql",
                "Vx__no_number.sql",
                "V1..2__two_dots.sql",
                "V1._2__x.sql",
                "V1.__x.sql",
                "v1__lower.sql",
                "Views.sql",
                "README.sql",
                "V1__x.txt"
            })
    void aFilesNameSaysToUsWhatItSaysToFlyway(String file) {
        ResourceName theirs = new ResourceNameParser(new ClassicConfiguration()).parse(file);
        boolean sql = file.toLowerCase(java.util.Locale.ROOT).endsWith(".sql");
        Optional<FlywayName> ours = FlywayName.ofSql(file);

        assertThat(ours.isPresent()).isEqualTo(theirs.isValid() && sql);
        ours.ifPresent(name -> {
            assertThat(name.description()).isEqualTo(theirs.getDescription());
            assertThat(name.version().map(FlywayVersion::toString))
                    .isEqualTo(Optional.ofNullable(theirs.getVersion()).map(MigrationVersion::toString));
            assertThat(theirs.getPrefix()).isEqualTo(name.kind().name().substring(0, 1));
        });
    }

    @Test
    void versionsCompareNumberByNumber() {
        List<String> versions =
                List.of("1", "1.0", "1.1", "1.9", "1.10", "2", "01.1", "1_9_1", "20260101", "1.0.0.1", "0", "0.5");
        for (String a : versions) {
            for (String b : versions) {
                int theirs = MigrationVersion.fromVersion(a).compareTo(MigrationVersion.fromVersion(b));
                FlywayVersion left = FlywayVersion.of(a).orElseThrow();
                FlywayVersion right = FlywayVersion.of(b).orElseThrow();

                assertThat(Integer.signum(left.compareTo(right)))
                        .as(a + " and " + b)
                        .isEqualTo(Integer.signum(theirs));
                assertThat(left.normal().equals(right.normal()))
                        .as(a + " is " + b)
                        .isEqualTo(theirs == 0);
            }
        }
    }

    @Test
    void everyEventOfFlywaysIsACallback() {
        assertThat(Stream.of(org.flywaydb.core.api.callback.Event.values()).map(e -> e.getId() + ".sql"))
                .allMatch(FlywayName::isCallback);
        assertThat(FlywayName.isCallback("afterMigrate__grants.sql")).isTrue();
        assertThat(FlywayName.isCallback("afterwards.sql")).isFalse();
    }
}
