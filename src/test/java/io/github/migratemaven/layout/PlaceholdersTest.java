package io.github.migratemaven.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.layout.Placeholders.Filled;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlaceholdersTest {
    private final Placeholders values = new Placeholders(Map.of("Owner", "app", "empty", ""));

    @Test
    void aValueIsPutInWhateverTheNamesCase() {
        assertThat(values.fill(script("GRANT x TO ${OWNER}${empty}; -- ${owner}"), true)
                        .text())
                .isEqualTo("GRANT x TO app; -- app");
    }

    @Test
    void everyCharacterKnowsWhereItComesFrom() {
        Script script = script("a ${owner}\nb ${owner} c");
        Filled filled = values.fill(script, true);

        assertThat(filled.text()).isEqualTo("a app\nb app c");
        assertThat(script.position(filled.offsets()[filled.text().indexOf('c')]).toString())
                .isEqualTo("V1.sql:2:12");
        assertThat(script.position(filled.offsets()[filled.text().indexOf("pp")])
                        .toString())
                .isEqualTo("V1.sql:1:3");
    }

    @Test
    void oneWithoutAValueIsAnErrorThatSaysWhere() {
        assertThatThrownBy(() -> values.fill(script("SELECT 1;\nSELECT '${nobody}'"), true))
                .hasMessageContaining("V1.sql:2:9")
                .hasMessageContaining("${nobody}")
                .hasMessageContaining("-Dmigrate.parameters=nobody=");
    }

    @Test
    void whatIsNeverClosedIsLeftAlone() {
        assertThat(values.fill(script("SELECT '${owner'"), true).text()).isEqualTo("SELECT '${owner'");
    }

    private static Script script(String text) {
        return Script.of("V1.sql", text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
