package io.github.migratemaven.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {
    @Test
    void any_text_is_read_back_as_it_was_by_another_library() throws IOException {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(20); length > 0; length--) {
                text.append((char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt(0x10000)));
            }
            JsonWriter json = new JsonWriter();
            json.startObject();
            json.string(text.toString(), text.toString());
            json.endObject();
            JsonNode read = new ObjectMapper().readTree(json.document());
            assertThat(read.fieldNames()).toIterable().containsExactly(text.toString());
            assertThat(read.get(text.toString()).textValue()).isEqualTo(text.toString());
        }
    }

    @Test
    void objects_and_arrays_stand_on_lines_of_their_own() {
        JsonWriter json = new JsonWriter();
        json.startObject();
        json.number("count", -3);
        json.flag("yes", true);
        json.string("nobody", null);
        json.startArray("none");
        json.endArray();
        json.startArray("some");
        json.string("a");
        json.startObject();
        json.endObject();
        json.startObject();
        json.name("deep");
        json.nothing();
        json.endObject();
        json.endArray();
        json.endObject();
        assertThat(json.document()).isEqualTo("""
                        {
                          "count" : -3,
                          "yes" : true,
                          "nobody" : null,
                          "none" : [ ],
                          "some" : [
                            "a",
                            { },
                            {
                              "deep" : null
                            }
                          ]
                        }
                        """);
    }
}
