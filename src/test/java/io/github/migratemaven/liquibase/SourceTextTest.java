package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.migratemaven.model.MigrateException;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class SourceTextTest {
    @Test
    void columnsCountCharactersNotUtf16Units() {
        String text = "ab\n🙂🙂x\n";
        SourceText source = new SourceText("a.sql", text);

        assertThat(source.position(text.indexOf('x'))).hasToString("a.sql:2:3");
        assertThat(source.position(0)).hasToString("a.sql:1:1");
    }

    @Test
    void aCarriageReturnBelongsToItsLine() {
        String text = "a\r\nb\r\n\r\nc";
        SourceText source = new SourceText("a.sql", text);

        assertThat(source.position(text.indexOf('b'))).hasToString("a.sql:2:1");
        assertThat(source.position(text.indexOf('c'))).hasToString("a.sql:4:1");
    }

    @Test
    void offsetsBeyondTheTextAreItsEnds() {
        SourceText source = new SourceText("a.sql", "ab\ncd");

        assertThat(source.position(99)).hasToString("a.sql:2:3");
        assertThat(source.position(-5)).hasToString("a.sql:1:1");
        assertThat(new SourceText("a.sql", "").position(0)).hasToString("a.sql:1:1");
    }

    @Test
    void linesStartWhereTheyStart() {
        SourceText source = new SourceText("a.sql", "ab\r\ncd\n");

        assertThat(source.startOfLine(1)).isZero();
        assertThat(source.startOfLine(2)).isEqualTo(4);
        assertThat(source.startOfLine(3)).isEqualTo(7);
        assertThat(source.startOfLine(9)).isEqualTo(7);
        assertThat(source.startOfLine(0)).isZero();
    }

    @Test
    void aByteOrderMarkIsNoCharacter() throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF});
        bytes.write("größe 🙂".getBytes(StandardCharsets.UTF_8));

        SourceText source = SourceText.decode("a.sql", bytes.toByteArray(), "UTF-8");

        assertThat(source.text()).isEqualTo("größe 🙂");
        assertThat(source.position(0)).hasToString("a.sql:1:1");
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsPlace() {
        byte[] latin1 = "SELECT 1;\nSELECT 'größe';".getBytes(StandardCharsets.ISO_8859_1);

        assertThatThrownBy(() -> SourceText.decode("a.sql", latin1, "UTF-8"))
                .isInstanceOf(MigrateException.class)
                .hasMessageStartingWith("a.sql:2:11: the file is not UTF-8");
        assertThatThrownBy(() -> SourceText.decode(
                        "a.sql", new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF, 'a', -1}, "UTF-8"))
                .hasMessageStartingWith("a.sql:1:2: ");
    }
}
