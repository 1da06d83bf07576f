package io.github.migratemaven.liquibase;

import java.util.Map;

/** The five entities of XML, as they stand in a {@code <sql>} element that is not CDATA. */
final class XmlEntity {
    private static final Map<Character, String> NAMED =
            Map.of('<', "&lt;", '>', "&gt;", '&', "&amp;", '"', "&quot;", '\'', "&apos;");

    private XmlEntity() {}

    /** How long the entity at that place is if it stands for the wanted character, else 0. */
    static int length(String source, int at, char wanted) {
        String entity = NAMED.get(wanted);
        return entity != null && source.startsWith(entity, at) ? entity.length() : 0;
    }
}
