package io.github.migratemaven.scan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The page is written from the data: {@code mvn test -Dtest=BansPageTest -DupdatePages=true} writes it anew. */
class BansPageTest {
    private static final Path PAGE = Path.of("docs/bans.md");

    @Test
    void thePageTellsWhatTheDataSays() throws IOException {
        String page = page();
        if (Boolean.getBoolean("updatePages")) {
            Files.writeString(PAGE, page);
        }
        assertThat(PAGE).hasContent(page);
    }

    private static String page() {
        StringBuilder out = new StringBuilder("""
                # What the schema-push ban knows

                `banSchemaPush` and `migrate:check-scripts` report these commands and settings where a build, CI job, image or
                deployment can reach them. Written from the catalogue's data: change that, not this page.

                An entry's severity is `error` unless noted. *Machines only*: fine on a developer's machine. *Unlocks*: does no
                harm itself. [Configuring the ban](ban-configuration.md): exceptions, severities, entries of a project's own.
                """);
        String tool = "";
        for (Entry entry : EntryCatalog.with(List.of()).entries()) {
            Banned banned = entry.banned();
            if (!banned.tool().equals(tool)) {
                tool = banned.tool();
                out.append("\n## ")
                        .append(tool)
                        .append("\n\n| id | for example | why | instead |\n|---|---|---|---|\n");
            }
            String link = banned.link().startsWith("http")
                    ? "[" + banned.id() + "](" + banned.link() + ")"
                    : "`" + banned.id() + "`";
            out.append("| ").append(link).append(notes(entry));
            out.append(" | `").append(cell(entry.example())).append("` | ");
            out.append(cell(banned.why()))
                    .append(" | ")
                    .append(cell(banned.instead()))
                    .append(" |\n");
        }
        return out.toString();
    }

    private static String notes(Entry entry) {
        String severity = switch (entry.banned().severity()) {
            case ERROR -> "";
            case WARNING, INFO -> " (" + entry.banned().severity().word() + ")";
        };
        return severity + (entry.ciOnly() ? " *machines only*" : "") + (entry.unlocksOnly() ? " *unlocks*" : "");
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
