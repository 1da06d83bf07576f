package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Setting;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SettingRowsTest {
    private static final EntryCatalog CATALOG = EntryCatalog.with(List.of());

    static Stream<Arguments> rows() {
        return Lines.of("settings.txt");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theSettingIsWhatItsRowSays(String line, String expected) {
        String told = "";
        for (Catalog.Match match : CATALOG.match(setting(line))) {
            told = match.banned().id();
            for (Catalog.Trait trait : match.traits()) {
                told += ' ' + trait.name().toLowerCase(Locale.ROOT);
            }
        }
        assertThat(told).isEqualTo(expected);
    }

    static Setting setting(String line) {
        List<String> pairs =
                Stream.of(line.split(" \\| (?!default)")).map(String::strip).toList();
        Map<String, String> siblings = new LinkedHashMap<>();
        pairs.stream().skip(1).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            siblings.put(parts[0], parts[1]);
        });
        String[] first = pairs.get(0).split("=", 2);
        return new Setting(first[0], first[1], new Position("x.yml", 1, 1), siblings, Set.of());
    }
}
