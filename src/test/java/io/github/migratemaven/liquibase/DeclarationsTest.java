package io.github.migratemaven.liquibase;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.migratemaven.liquibase.DeclaredChangeset.DeclaredChange;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    @Test
    void yaml() {
        String text = """
                # 🙂 code points and UTF-16 differ from here on
                databaseChangeLog:
                  - include: {file: other.yaml}
                  - changeSet:
                      id: 1
                      author: me
                      changes:
                        - createTable:
                            tableName: a
                        - sql:
                            sql: SELECT 1
                  - changeSet: {id: "2", author: "me too", changes: [{tagDatabase: {tag: x}}]}
                  - changeSet:
                      id: no changes
                      author: ${author}
                """;

        List<DeclaredChangeset> found = YamlDeclarations.read(new SourceText("a.yaml", text));

        assertThat(found).extracting(DeclaredChangeset::id).containsExactly("1", "2", "no changes");
        assertThat(found).extracting(DeclaredChangeset::author).containsExactly("me", "me too", "${author}");
        assertThat(at(text, found.get(0))).startsWith("changeSet:\n      id: 1\n");
        assertThat(at(text, found.get(1))).startsWith("changeSet: {id: \"2\"");
        assertThat(changes(text, found.get(0))).containsExactly("createTable:", "sql:");
        assertThat(changes(text, found.get(1))).containsExactly("tagDatabase: {tag: x}}]}");
        assertThat(changes(text, found.get(2))).isEmpty();
        assertThat(text.substring(found.get(0).end()).strip()).startsWith("- changeSet: {id");
    }

    @Test
    void json() {
        String text =
                "{\"databaseChangeLog\": [\n {\"changeSet\": {\"id\": \"🙂\", \"author\": \"me\", \"changes\": [\n"
                        + "   {\"sql\": {\"sql\": \"SELECT 1\"}},\n   {\"empty\": {}}]}}]}\n";

        List<DeclaredChangeset> found = YamlDeclarations.read(new SourceText("a.yaml", text));

        assertThat(found).extracting(DeclaredChangeset::id).containsExactly("🙂");
        assertThat(at(text, found.get(0))).startsWith("{\"changeSet\"");
        assertThat(changes(text, found.get(0)))
                .containsExactly("\"sql\": {\"sql\": \"SELECT 1\"}},", "\"empty\": {}}]}}]}");
    }

    @Test
    void xml() {
        String text = """
                <?xml version="1.0" encoding="UTF-8"?>
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog">
                  <!-- <changeSet id="0" author="nobody"> 🙂 -->
                  <changeSet id="1" author="me"
                             context="a > b">
                    <preConditions><sqlCheck expectedResult="0">SELECT 0</sqlCheck></preConditions>
                    <createTable tableName="a"><column name="id" type="int"/></createTable>
                    <sql>SELECT 1 &lt; 2</sql>
                    <rollback><sql>SELECT 3</sql></rollback>
                  </changeSet>
                  <changeSet id="2" author="&quot;me&quot;"><sql><![CDATA[ <changeSet> ]]></sql></changeSet>
                </databaseChangeLog>
                """;

        List<DeclaredChangeset> found = XmlDeclarations.read(new SourceText("a.xml", text));

        assertThat(found).extracting(DeclaredChangeset::id).containsExactly("1", "2");
        assertThat(found).extracting(DeclaredChangeset::author).containsExactly("me", "\"me\"");
        assertThat(at(text, found.get(0))).startsWith("<changeSet id=\"1\"");
        assertThat(at(text, found.get(1))).startsWith("<changeSet id=\"2\"");
        assertThat(found.get(0).changes()).extracting(DeclaredChange::name).containsExactly("createTable", "sql");
        assertThat(changes(text, found.get(0)))
                .containsExactly(
                        "<createTable tableName=\"a\"><column name=\"id\" type=\"int\"/></createTable>",
                        "<sql>SELECT 1 &lt; 2</sql>");
        assertThat(text.substring(0, found.get(0).end())).endsWith("</changeSet>");
    }

    @Test
    void xmlWithWindowsLineEndsAndANamespacePrefix() {
        String text = "<db:databaseChangeLog xmlns:db=\"http://www.liquibase.org/xml/ns/dbchangelog\">\r\n"
                + "  <db:changeSet id=\"1\" author=\"me\">\r\n    <db:sql>SELECT 1</db:sql>\r\n  </db:changeSet>\r\n"
                + "</db:databaseChangeLog>\r\n";

        List<DeclaredChangeset> found = XmlDeclarations.read(new SourceText("a.xml", text));

        assertThat(at(text, found.get(0))).startsWith("<db:changeSet id");
        assertThat(changes(text, found.get(0))).containsExactly("<db:sql>SELECT 1</db:sql>\r");
    }

    @Test
    void sql() {
        String text = """
                --liquibase formatted sql

                --changeset me:1 labels:x
                SELECT 1;
                --rollback empty
                  -- ChangeSet "some one":"two words" runOnChange:true
                SELECT '--changeset no:3';
                --changeset me:4
                """.replace("\n", "\r\n");

        List<DeclaredChangeset> found = SqlDeclarations.read(new SourceText("a.sql", text));

        assertThat(found).extracting(DeclaredChangeset::id).containsExactly("1", "two words", "4");
        assertThat(found).extracting(DeclaredChangeset::author).containsExactly("me", "some one", "me");
        assertThat(at(text, found.get(0))).startsWith("--changeset me:1");
        assertThat(changes(text, found.get(0))).containsExactly("SELECT 1;\r");
        assertThat(found.get(0).end()).isEqualTo(found.get(1).start());
        assertThat(found.get(2).end()).isEqualTo(text.length());
    }

    @Test
    void brokenFilesDeclareNothingRatherThanFail() {
        assertThat(YamlDeclarations.read(new SourceText("a.yaml", "databaseChangeLog: [")))
                .isEmpty();
        assertThat(YamlDeclarations.read(new SourceText("a.yaml", "databaseChangeLog: 5")))
                .isEmpty();
        assertThat(YamlDeclarations.read(new SourceText("a.yaml", ""))).isEmpty();
        assertThat(XmlDeclarations.read(new SourceText("a.xml", "<databaseChangeLog>")))
                .isEmpty();
        assertThat(XmlDeclarations.read(new SourceText("a.xml", ""))).isEmpty();
        assertThat(SqlDeclarations.read(new SourceText("a.sql", "--changeset nobody")))
                .isEmpty();
    }

    private static String at(String text, DeclaredChangeset changeset) {
        return text.substring(changeset.start());
    }

    /** The line of each change, from its start on. */
    private static List<String> changes(String text, DeclaredChangeset changeset) {
        return changeset.changes().stream()
                .map(change -> text.substring(change.start()).split("\n", 2)[0])
                .toList();
    }
}
