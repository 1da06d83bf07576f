package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.scan.SourceFile;
import java.util.Optional;

/** Gives a setting its safe value, where its key and value stand on one line. */
final class SettingFix {
    private SettingFix() {}

    static Optional<Edit> of(Site.InSetting site, SourceFile file) {
        return value(
                file.text(),
                file.offset(site.position()),
                site.setting().value(),
                site.match().banned().id());
    }

    /** On a command line: {@code -Dspring.jpa.hibernate.ddl-auto=update}, {@code export DDL_AUTO=update}. */
    static Optional<Edit> of(Site.InCommand site, SourceFile file) {
        String shown = site.match().shown();
        int equals = shown.indexOf('=');
        return equals < 0
                ? Optional.empty()
                : value(
                        file.text(),
                        file.offset(site.position()),
                        shown.substring(equals + 1),
                        site.match().banned().id());
    }

    private static Optional<Edit> value(String text, int from, String old, String id) {
        int lineEnd = text.indexOf('\n', from);
        int end = lineEnd < 0 ? text.length() : lineEnd;
        int separator = from;
        while (separator < end && text.charAt(separator) != '=' && text.charAt(separator) != ':') {
            separator++;
        }
        // A quoted YAML key may hold a colon of its own; then what follows is not the value, and nothing is edited.
        int start = pastBlanksAndQuotes(text, separator + 1, end);
        if (old.isEmpty() || separator >= end || !text.startsWith(old, start) || start + old.length() > end) {
            return Optional.empty();
        }
        int after = start + old.length();
        boolean ends = after == text.length() || " \t\r\n\"'#,}".indexOf(text.charAt(after)) >= 0;
        return ends ? SafeValue.of(id, old).map(safe -> new Edit(start, after, safe)) : Optional.empty();
    }

    private static int pastBlanksAndQuotes(String text, int from, int end) {
        int at = from;
        while (at < end && " \t\"'".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }
}
