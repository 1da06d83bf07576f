package io.github.migratemaven.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FlatJsonTest {
    @Test
    void what_is_written_is_read_back_by_us_and_by_another_library() throws IOException {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            Map<String, String> values = new LinkedHashMap<>();
            for (int count = random.nextInt(4); count > 0; count--) {
                values.put(text(random), random.nextInt(5) == 0 ? null : text(random));
            }
            String json = FlatJson.write(values);
            assertThat(FlatJson.read(json)).isEqualTo(values);
            assertThat(new ObjectMapper().readValue(json, new TypeReference<Map<String, String>>() {}))
                    .isEqualTo(values);
        }
    }

    @Test
    void the_form_that_the_server_prints_is_read() {
        assertThat(FlatJson.read("{\"a\": \"x\", \"b \\u00e4\\n\\\"\\\\\": \"\", \"c\": null}"))
                .containsEntry("a", "x")
                .containsEntry("b ä\n\"\\", "")
                .containsEntry("c", null)
                .hasSize(3);
        assertThat(FlatJson.read("{}")).isEmpty();
    }

    @Test
    void what_somebody_else_put_there_ends_the_reading() {
        assertThat(FlatJson.read("{\"a\": \"x\", \"b\": {\"c\": \"y\"}}")).containsExactly(Map.entry("a", "x"));
        assertThat(FlatJson.read("[1]")).isEmpty();
        assertThat(FlatJson.read("")).isEmpty();
        assertThat(FlatJson.read("{\"a\": \"x\\")).containsKey("a");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append((char) random.nextInt(256));
        }
        return text.toString();
    }
}
