package io.github.migratemaven.scan.files;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.scan.Clue;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordSearchTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "prisma | npx prisma db push | true",
                "prisma | npx pri''sma db | true",
                "prisma | \"$PRISMA_BIN\" | true",
                "ddl-auto | SPRING_JPA_HIBERNATE_DDL_AUTO=update | true",
                "ddl-auto | ddlAuto: update | true",
                "db:push | npm run db:\\push | true",
                "prisma | prism db | false",
                "größe | echo GRÖßE größe | true",
            })
    void aPartIsFoundHoweverItIsSpelled(String word, String text, boolean there) {
        assertThat(new WordSearch(List.of(Clue.part(word))).finds(bytes(text))).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({
        "rh, rh --force, true",
        "rh, ./bin/rh, true",
        "rh, $RH_BIN, true",
        "rh, 'r\"\"h x', true",
        "rh, where, false",
        "rh, rh2, false",
        "rh, xrh, false"
    })
    void aWholeWordHasNoLetterBesideIt(String word, String text, boolean there) {
        assertThat(new WordSearch(List.of(Clue.wholeWord(word))).finds(bytes(text)))
                .isEqualTo(there);
    }

    @Test
    void linesAreApartWhereTheyAreAskedFor() {
        WordSearch search = new WordSearch(List.of("push", "prisma"));
        byte[] text = bytes("prisma\npush\n");

        assertThat(search.anyPart(text, false, (found, last) -> found.cardinality() == 2))
                .isTrue();
        assertThat(search.anyPart(text, true, (found, last) -> found.cardinality() == 2))
                .isFalse();
    }

    @Test
    void nothingIsFoundOfNoWords() {
        assertThat(new WordSearch(List.of()).finds(bytes("prisma"))).isFalse();
        assertThat(new WordSearch(List.of("")).finds(bytes("prisma"))).isFalse();
    }

    /** Words of few letters, many of which are ends of others, against a search for one after the other. */
    @Test
    void manyWordsAreFoundAsOneAfterTheOther() {
        Random random = new Random(4711);
        for (int round = 0; round < 300; round++) {
            List<String> words = new ArrayList<>();
            for (int i = 0; i < 30; i++) {
                String word = text(random, 1 + random.nextInt(5), "abc");
                words.add(random.nextBoolean() ? word : Clue.wholeWord(word));
            }
            String text = text(random, 60, "abc .-'\n");
            WordSearch search = new WordSearch(words);
            BitSet found = new BitSet();
            search.anyPart(bytes(text), false, (now, last) -> {
                found.or(now);
                return false;
            });

            for (String word : words) {
                boolean expected = new WordSearch(List.of(word)).finds(bytes(text));
                assertThat(found.get(search.number(word).orElseThrow()))
                        .as("%s in %s", word, text)
                        .isEqualTo(expected);
                if (!word.startsWith(" ")) {
                    assertThat(expected)
                            .as("%s in %s", word, text)
                            .isEqualTo(text.replaceAll("['-]", "").contains(word));
                }
            }
        }
    }

    private static String text(Random random, int length, String letters) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
