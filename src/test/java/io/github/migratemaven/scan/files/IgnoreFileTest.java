package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IgnoreFileTest {
    private static final List<String> PARTS = List.of("a", "b", "ab", "*", "**", "?", "a*", "*b", "[ab]", "\\a");
    private static final List<String> NAMES = List.of("a", "b", "ab", "ba", "c");

    /** Else a pattern would hold in some folders and not in others. */
    @Test
    void whatAFolderTakesFromItSaysTheSameOfItsNames() {
        Random random = new Random(20261123);
        int said = 0;
        for (int round = 0; round < 20_000; round++) {
            List<String> lines = new ArrayList<>();
            for (int i = random.nextInt(3); i >= 0; i--) {
                lines.add((random.nextInt(4) == 0 ? "!" : "")
                        + (random.nextBoolean() ? "/" : "")
                        + joined(PARTS, random)
                        + (random.nextInt(4) == 0 ? "/" : ""));
            }
            String own = random.nextBoolean() ? "" : "x";
            IgnoreFile file = new IgnoreFile(own, String.join("\n", lines));
            String below = random.nextInt(4) == 0 ? "" : joined(NAMES, random);
            String folder = own.isEmpty() || below.isEmpty() ? own + below : own + '/' + below;
            String name = NAMES.get(random.nextInt(NAMES.size()));
            String path = folder.isEmpty() ? name : folder + '/' + name;
            boolean isFolder = random.nextBoolean();

            var expected = file.ignores(path, name, isFolder);
            assertThat(file.within(folder).ignores(path, name, isFolder))
                    .as("%s of %s in %s", path, lines, own)
                    .isEqualTo(expected);
            said += expected.isPresent() ? 1 : 0;
        }
        assertThat(said).isGreaterThan(1_000);
    }

    private static String joined(List<String> parts, Random random) {
        List<String> chosen = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            chosen.add(parts.get(random.nextInt(parts.size())));
        }
        return String.join("/", chosen);
    }
}
