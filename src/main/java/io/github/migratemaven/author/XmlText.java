package io.github.migratemaven.author;

import java.util.List;

/** A changelog file in XML, its changes in SQL. */
final class XmlText implements ChangesetFormat.Writer {
    private static final String NAMESPACE = "http://www.liquibase.org/xml/ns/dbchangelog";

    @Override
    public String file(List<DraftChangeset> changesets) {
        StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<databaseChangeLog xmlns=\"" + NAMESPACE + "\"\n"
                + "                   xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"\n"
                + "                   xsi:schemaLocation=\"" + NAMESPACE + " " + NAMESPACE
                + "/dbchangelog-latest.xsd\">\n");
        for (DraftChangeset changeset : changesets) {
            text.append("    <changeSet id=\"").append(escaped(changeset.id()));
            text.append("\" author=\"").append(escaped(changeset.author())).append('"');
            text.append(changeset.transactional() ? ">\n" : " runInTransaction=\"false\">\n");
            sql(changeset.steps(), "        ", text);
            if (!changeset.rollback().isEmpty()) {
                text.append("        <rollback>\n");
                sql(changeset.rollback(), "            ", text);
                text.append("        </rollback>\n");
            } else {
                text.append("        <rollback/>\n");
            }
            text.append("    </changeSet>\n");
        }
        return text.append("</databaseChangeLog>\n").toString();
    }

    private static void sql(List<String> statements, String indent, StringBuilder text) {
        text.append(indent)
                .append(
                        SqlBlock.splits(statements)
                                ? "<sql><![CDATA[\n"
                                : "<sql splitStatements=\"false\" stripComments=\"false\"><![CDATA[\n");
        text.append(SqlBlock.of(statements).replace("]]>", "]]]]><![CDATA[>"));
        text.append("\n").append(indent).append("]]></sql>\n");
    }

    private static String escaped(String value) {
        return value.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
