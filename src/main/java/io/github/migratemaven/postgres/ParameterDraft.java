package io.github.migratemaven.postgres;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.postgresql.PGProperty;

/**
 * Collects parameters in libpq's, pgjdbc's and Prisma's spelling and turns them into one. The libpq names are those of the
 * PostgreSQL 18 manual, section 34.1.2; Prisma's those of its PostgreSQL connector. Not thread-safe.
 */
final class ParameterDraft {
    /** Verifies against the JVM's trust store; pgjdbc's own factory wants a file. */
    private static final String JVM_TRUST = "org.postgresql.ssl.DefaultJavaSSLFactory";

    /** Known, and of no meaning for one connection that deploys. */
    private static final Set<String> NO_MEANING = Set.of(
            "application_name",
            "fallback_application_name",
            "ApplicationName",
            "client_encoding",
            "sslsni",
            "sslcompression",
            "uselibpqcompat",
            "supa",
            "workaround");

    /** Known, and as {@link #NO_MEANING}; they also say that the URL was written for Prisma. */
    private static final Set<String> PRISMA_POOL = Set.of(
            "connection_limit",
            "pool_timeout",
            "statement_cache_size",
            "single_use_connections",
            "max_connection_lifetime",
            "max_idle_connection_lifetime");

    /** libpq knows them and pgjdbc has nothing like them. */
    private static final Set<String> DRIVER_CANNOT = Set.of(
            "keepalives_idle",
            "keepalives_interval",
            "keepalives_count",
            "tcp_user_timeout",
            "sslcrl",
            "sslcrldir",
            "sslcertmode",
            "sslkeylogfile",
            "ssl_min_protocol_version",
            "ssl_max_protocol_version",
            "min_protocol_version",
            "max_protocol_version",
            "requirepeer",
            "gssdelegation",
            "scram_client_key",
            "scram_server_key",
            "oauth_issuer",
            "oauth_client_id",
            "oauth_client_secret",
            "oauth_scope");

    private static final Map<String, String> PGJDBC_NAMES = Map.of(
            "channel_binding", "channelBinding",
            "gssencmode", "gssEncMode",
            "require_auth", "requireAuth",
            "sslnegotiation", "sslNegotiation",
            "krbsrvname", "kerberosServerName");

    private static final Map<String, String> SERVER_TYPES = Map.of(
            "any", "any",
            "read-write", "primary",
            "primary", "primary",
            "read-only", "secondary",
            "standby", "secondary",
            "prefer-standby", "preferSecondary");

    private final AddressProblem problem;
    private final String origin;
    private final boolean jdbc;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, String> unknown = new LinkedHashMap<>();
    private final List<String> warnings = new ArrayList<>();
    private String poolerSign;
    private String sslAccept;
    private String sslIdentity;
    private boolean prisma;

    /** @param jdbc whether the names and values mean what they mean to pgjdbc where it and libpq differ */
    ParameterDraft(AddressProblem problem, String origin, boolean jdbc) {
        this.problem = problem;
        this.origin = origin;
        this.jdbc = jdbc;
    }

    /** @return whether the name means something to us; if not, nothing was taken */
    boolean put(String name, String value) {
        switch (name) {
            case "host", "PGHOST" -> set("host", value);
            case "port", "PGPORT" -> set("port", value);
            case "dbname", "PGDBNAME" -> set("dbname", value);
            case "hostaddr", "user", "password", "service", "passfile", "connect_timeout" -> set(name, value);
            case "connectTimeout" -> set("connect_timeout", value);
            case "sslmode" -> choice(name, value.equals("no-verify") ? "require" : value);
            case "ssl" -> ssl(value);
            case "sslrootcert" -> rootCertificate(value);
            case "sslaccept" -> sslAccept = oneOf(name, value, "strict", "accept_invalid_certs");
            case "sslidentity" -> sslIdentity = value.isEmpty() ? null : value;
            case "target_session_attrs" -> targetSessionAttributes(value);
            case "load_balance_hosts" ->
                set("loadBalanceHosts", oneOf(name, value, "disable", "random").equals("random") ? "true" : "");
            case "keepalives" ->
                set("tcpKeepAlive", oneOf(name, value, "0", "1").equals("0") ? "false" : "true");
            case "schema" -> schema(value);
            case "currentSchema" -> currentSchema(value);
            case "pgbouncer" -> pgbouncer(value);
            case "replication" ->
                throw problem.unsupported(
                        "asks for a replication connection (parameter replication)", "Remove the parameter.");
            case "socket_timeout", "socketTimeout" ->
                warnings.add("the parameter " + name + " is not applied: it would cut off a long step, which the server"
                        + " would go on with; use migrate.statementTimeout");
            default -> {
                return other(name, value);
            }
        }
        return true;
    }

    private boolean other(String name, String value) {
        if (PRISMA_POOL.contains(name)) {
            prisma = true;
            return true;
        }
        if (NO_MEANING.contains(name)) {
            return true;
        }
        if (DRIVER_CANNOT.contains(name)) {
            warnings.add("the parameter " + name + " has no effect: the JDBC driver has nothing like it");
            return true;
        }
        String property = PGJDBC_NAMES.getOrDefault(name, name);
        if (PGProperty.forName(property) == null) {
            return false;
        }
        choice(property, value);
        return true;
    }

    /** Kept for a socket factory, which reads what it likes; else only counted. */
    void putUnknown(String name, String value) {
        unknown.put(name, value);
    }

    void warn(String sentence) {
        warnings.add(sentence);
    }

    ConnectionParameters build() {
        return build(false);
    }

    ConnectionParameters build(boolean servicesWin) {
        if (values.containsKey("socketFactory")) {
            unknown.forEach(values::putIfAbsent);
        } else {
            for (String name : unknown.keySet()) {
                warnings.add("the parameter \"" + name + "\" is unknown and ignored");
            }
        }
        prismaTls();
        List<String> complete = new ArrayList<>();
        for (String text : warnings) {
            complete.add(problem.subject() + ": " + text);
        }
        return new ConnectionParameters(
                values, origin, problem.subject(), servicesWin, Optional.ofNullable(poolerSign), complete);
    }

    /** Prisma's sslcert is the authority's certificate, its sslidentity the client's key store. */
    private void prismaTls() {
        prisma |= sslAccept != null || sslIdentity != null;
        if (prisma && values.containsKey("sslcert") && !values.containsKey("sslkey")) {
            values.putIfAbsent("sslrootcert", values.remove("sslcert"));
        }
        if (sslIdentity != null) {
            String lower = sslIdentity.toLowerCase(Locale.ROOT);
            if (!lower.endsWith(".p12") && !lower.endsWith(".pfx")) {
                throw problem.bad(
                        "names an sslidentity that is no .p12 or .pfx file",
                        "Convert the client's key and certificate to PKCS #12 and name that file.");
            }
            values.putIfAbsent("sslkey", sslIdentity);
        }
        String mode = values.getOrDefault("sslmode", "prefer");
        boolean weak = Set.of("allow", "prefer", "require").contains(mode);
        if ("strict".equals(sslAccept) && weak) {
            values.put("sslmode", "verify-full");
            if (!values.containsKey("sslrootcert")) {
                values.putIfAbsent("sslfactory", JVM_TRUST);
            }
        } else if ("accept_invalid_certs".equals(sslAccept)) {
            values.putIfAbsent("sslmode", "require");
        }
    }

    private void set(String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private void choice(String name, String value) {
        String[] choices = PGProperty.forName(name).getChoices();
        set(name, choices == null || choices.length == 0 ? value : oneOf(name, value, choices));
    }

    private String oneOf(String name, String value, String... choices) {
        for (String choice : choices) {
            if (choice.equalsIgnoreCase(value)) {
                return choice;
            }
        }
        if (value.isEmpty()) {
            return "";
        }
        throw problem.bad(
                "gives the parameter " + name + " a value that it does not have",
                "Use one of " + String.join(", ", choices) + ".");
    }

    /** libpq takes {@code ssl=true} as sslmode=require (manual 34.1.1.2), pgjdbc as verify-full. */
    private void ssl(String value) {
        if (jdbc) {
            values.put("ssl", value.isEmpty() ? "true" : value);
        } else if (value.equals("true") || value.equals("1")) {
            values.putIfAbsent("sslmode", "require");
        }
    }

    private void rootCertificate(String value) {
        if (value.equals("system")) {
            values.put("sslfactory", JVM_TRUST);
            values.putIfAbsent("sslmode", "verify-full");
        } else {
            set("sslrootcert", value);
        }
    }

    private void targetSessionAttributes(String value) {
        String[] choices = SERVER_TYPES.keySet().stream().sorted().toArray(String[]::new);
        set("targetServerType", SERVER_TYPES.getOrDefault(oneOf("target_session_attrs", value, choices), ""));
    }

    private void schema(String value) {
        if (jdbc) {
            warnings.add("the parameter schema is ignored, as the JDBC driver ignores it; it calls it currentSchema");
        } else {
            prisma = true;
            set("schema", value);
        }
    }

    /** A search path: its first schema is ours; the whole of it is kept where it names more. */
    private void currentSchema(String value) {
        set("currentSchema", value);
        SearchPath.first(value).ifPresent(name -> set("schema", name));
    }

    private void pgbouncer(String value) {
        prisma = true;
        if (value.equals("true")) {
            poolerSign = "the parameter pgbouncer=true";
        }
    }
}
