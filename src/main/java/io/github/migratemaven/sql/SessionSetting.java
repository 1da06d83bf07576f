package io.github.migratemaven.sql;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Which statements change nothing but the session that they run in: with it, all that they did is gone. */
final class SessionSetting {
    private static final Set<String> FUNCTIONS =
            Set.of("set_config", "pg_catalog.set_config", "current_setting", "pg_catalog.current_setting");

    private SessionSetting() {}

    /** @param sql one statement or several; none is no setting */
    static boolean only(String sql) {
        List<SqlStatement> statements = SqlStatements.split(sql);
        return !statements.isEmpty() && statements.stream().allMatch(s -> of(Command.of(s.text())));
    }

    private static boolean of(Command command) {
        return switch (command.tag()) {
            case "SET", "RESET", "LOAD" -> true;
            case "SELECT" -> callsSettingsOnly(command.rest());
            default -> false;
        };
    }

    private static boolean callsSettingsOnly(Words words) {
        Set<String> calls = words.callsUntil();
        return !calls.isEmpty()
                && calls.stream().allMatch(call -> FUNCTIONS.contains(call.toLowerCase(Locale.ROOT)))
                && !words.has("FROM")
                && !words.has("INTO");
    }
}
