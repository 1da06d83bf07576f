package io.github.migratemaven.author;

import java.util.List;
import java.util.Locale;

/** The formats of changelog files, and how changesets are written in each. */
enum ChangesetFormat {
    SQL("sql", new FormattedSql()),
    YAML("yaml", new YamlText()),
    XML("xml", new XmlText()),
    JSON("json", new JsonText());

    private final String ending;
    private final Writer writer;

    ChangesetFormat(String ending, Writer writer) {
        this.ending = ending;
        this.writer = writer;
    }

    /** A whole file's text, or what is appended to one. */
    interface Writer {
        /** Lines end with {@code \n}. */
        String file(List<DraftChangeset> changesets);
    }

    static ChangesetFormat ofFile(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return YAML;
        }
        if (lower.endsWith(".xml")) {
            return XML;
        }
        return lower.endsWith(".json") ? JSON : SQL;
    }

    String ending() {
        return ending;
    }

    String file(List<DraftChangeset> changesets) {
        return writer.file(changesets);
    }
}
