package io.github.migratemaven.postgres;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The environment variables of libpq (PostgreSQL manual 34.15), as a whole address or as what a URL leaves open. */
public final class LibpqVariables {
    private static final Map<String, String> PARAMETERS = parameters();

    /** Who connects and how, never where: a variable must not move a URL to another database. */
    private static final Set<String> COMPLETE_A_URL = Set.of(
            "PGUSER",
            "PGPASSWORD",
            "PGPASSFILE",
            "PGSSLMODE",
            "PGSSLROOTCERT",
            "PGSSLCERT",
            "PGSSLKEY",
            "PGSSLNEGOTIATION",
            "PGCHANNELBINDING",
            "PGREQUIREAUTH",
            "PGCONNECT_TIMEOUT");

    private LibpqVariables() {}

    /**
     * @param variables by name; those that are no libpq variable, or blank, are not looked at
     * @throws io.github.migratemaven.model.MigrateException {@code bad-url} for a value that cannot be
     */
    public static ConnectionParameters address(Map<String, String> variables, String origin) {
        return read(variables, PARAMETERS.keySet(), origin);
    }

    static ConnectionParameters complements(Map<String, String> variables) {
        return read(variables, COMPLETE_A_URL, "the libpq variables (PGUSER, PGSSLMODE, …)");
    }

    private static ConnectionParameters read(Map<String, String> variables, Set<String> names, String origin) {
        String subject = origin.startsWith("PG") ? "The address in " + origin : "What stands in " + origin;
        ParameterDraft draft = new ParameterDraft(new AddressProblem(subject), origin, false);
        for (Map.Entry<String, String> parameter : PARAMETERS.entrySet()) {
            String value = variables.getOrDefault(parameter.getKey(), "");
            if (names.contains(parameter.getKey()) && !value.isBlank()) {
                draft.put(parameter.getValue(), value);
            }
        }
        return draft.build(true);
    }

    private static Map<String, String> parameters() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("PGHOST", "host");
        map.put("PGHOSTADDR", "hostaddr");
        map.put("PGPORT", "port");
        map.put("PGDATABASE", "dbname");
        map.put("PGUSER", "user");
        map.put("PGPASSWORD", "password");
        map.put("PGPASSFILE", "passfile");
        map.put("PGSERVICE", "service");
        map.put("PGOPTIONS", "options");
        map.put("PGCONNECT_TIMEOUT", "connect_timeout");
        map.put("PGTARGETSESSIONATTRS", "target_session_attrs");
        map.put("PGLOADBALANCEHOSTS", "load_balance_hosts");
        map.put("PGSSLMODE", "sslmode");
        map.put("PGSSLNEGOTIATION", "sslnegotiation");
        map.put("PGSSLROOTCERT", "sslrootcert");
        map.put("PGSSLCERT", "sslcert");
        map.put("PGSSLKEY", "sslkey");
        map.put("PGCHANNELBINDING", "channel_binding");
        map.put("PGREQUIREAUTH", "require_auth");
        map.put("PGGSSENCMODE", "gssencmode");
        map.put("PGGSSLIB", "gsslib");
        map.put("PGKRBSRVNAME", "krbsrvname");
        return map;
    }
}
