package io.github.migratemaven.postgres;

import io.github.migratemaven.model.MigrateException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which kind of URL a text is, by how it begins. What is no PostgreSQL URL is refused with what to write instead. */
enum UrlForm {
    JDBC("jdbc:postgresql:"),
    LIBPQ_LONG("postgresql:"),
    LIBPQ_SHORT("postgres:");

    private static final String WANTED =
            "Use postgresql://user:password@host:5432/database or jdbc:postgresql://host:5432/database.";

    private static final String OTHER_DATABASE = "This plugin deploys to PostgreSQL only. " + WANTED;

    /** Beginnings that people do write, longest first where one is part of another, and the cure. */
    private static final Map<String, String> FOREIGN = foreign();

    /** Only names that are safe to repeat: a variable's, not its value. */
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export +)?[A-Za-z_][A-Za-z0-9_.]* ?= ?[\"']?(?:jdbc:)?postgres(?:ql)?:.*");

    private static final Pattern PLACEHOLDER = Pattern.compile(
            "\\$\\{[^}]*}.*|\\$[A-Za-z_].*|%[A-Za-z_]+%|\\{\\{.*|env\\(.*|@[A-Za-z_.]+@", Pattern.DOTALL);

    private final String prefix;

    UrlForm(String prefix) {
        this.prefix = prefix;
    }

    boolean isJdbc() {
        return this == JDBC;
    }

    /** What follows the prefix. */
    String rest(String url) {
        return url.substring(prefix.length());
    }

    /** @throws MigrateException {@code bad-url} for a slip, {@code unsupported-url} for another kind of database or address */
    static UrlForm of(String url, AddressProblem problem) {
        String lower = url.toLowerCase(Locale.ROOT);
        for (UrlForm form : values()) {
            if (lower.startsWith(form.prefix)) {
                return form;
            }
        }
        Optional<MigrateException> slip = slip(url, lower, problem);
        if (slip.isPresent()) {
            throw slip.get();
        }
        for (Map.Entry<String, String> entry : FOREIGN.entrySet()) {
            if (lower.startsWith(entry.getKey())) {
                throw problem.unsupported("begins with " + entry.getKey(), entry.getValue());
            }
        }
        throw problem.bad("does not begin with postgresql://, postgres:// or jdbc:postgresql:", WANTED);
    }

    private static Optional<MigrateException> slip(String url, String lower, AddressProblem problem) {
        if (url.isEmpty()) {
            return Optional.of(problem.bad("is empty", WANTED));
        }
        if (url.startsWith("\"") || url.startsWith("'") || url.startsWith("`")) {
            return Optional.of(
                    problem.bad(
                            "begins with a quotation mark",
                            "Remove the quotation marks: some tools, such as docker --env-file, keep them as part of the value."));
        }
        if (lower.startsWith("psql ")) {
            return Optional.of(problem.bad("is a whole psql command", "Keep its URL only, without psql and quotes."));
        }
        if (ASSIGNMENT.matcher(url).matches()) {
            return Optional.of(
                    problem.bad("begins with the name of a variable", "Keep only what stands after the equals sign."));
        }
        if (PLACEHOLDER.matcher(url).matches()) {
            return Optional.of(problem.bad(
                    "is a placeholder that nothing replaced",
                    "Define the variable or property that it names, in the environment of this build."));
        }
        if (lower.startsWith("//") || lower.startsWith("localhost") || lower.startsWith("127.0.0.1")) {
            return Optional.of(problem.bad("has no scheme", WANTED));
        }
        if (lower.matches("(?s)(host|hostaddr|dbname|user|service|port) ?=.*")) {
            return Optional.of(problem.unsupported("is a libpq keyword string, not a URL", WANTED));
        }
        return Optional.empty();
    }

    private static Map<String, String> foreign() {
        Map<String, String> map = new LinkedHashMap<>();
        String prismaLocal = "It is Prisma's own protocol. Give the plain connection of the same database,"
                + " postgres://…, for example in DIRECT_URL.";
        map.put("prisma+postgresql:", prismaLocal);
        map.put("prisma+postgres:", prismaLocal);
        map.put("prisma:", prismaLocal);
        map.put("jdbc:postgres:", "The JDBC form is spelled jdbc:postgresql://host:5432/database.");
        map.put("jdbc:pgsql:", "The JDBC form is spelled jdbc:postgresql://host:5432/database.");
        map.put(
                "jdbc:tc:",
                "It starts a Testcontainers server. For a throw-away database use -Dmigrate.embedded=true.");
        for (String wrapper : new String[] {"aws-wrapper", "p6spy", "otel", "log4jdbc", "datadog", "pgbouncer"}) {
            map.put("jdbc:" + wrapper + ":", "Leave the wrapper out: jdbc:postgresql://host:5432/database.");
        }
        map.put("r2dbc:", "Give the JDBC form of the same address: jdbc:postgresql://host:5432/database.");
        map.put("postgresql+", "Leave the driver's name out: postgresql://user:password@host:5432/database.");
        map.put("postgres+", "Leave the driver's name out: postgresql://user:password@host:5432/database.");
        map.put("postgis:", "Write postgresql: for postgis:.");
        map.put("pgsql:", "Write postgresql: for pgsql:.");
        map.put("pg:", "Write postgresql: for pg:.");
        map.put("psql:", "Write postgresql: for psql:.");
        map.put("cockroachdb:", OTHER_DATABASE);
        for (String name : new String[] {
            "mysql",
            "mysqlx",
            "mariadb",
            "sqlserver",
            "mssql",
            "oracle",
            "sqlite",
            "h2",
            "hsqldb",
            "derby",
            "db2",
            "mongodb",
            "mongodb+srv",
            "redshift",
            "snowflake",
            "clickhouse",
            "duckdb",
            "yugabytedb"
        }) {
            map.put("jdbc:" + name + ":", OTHER_DATABASE);
            map.put(name + ":", OTHER_DATABASE);
        }
        map.put("jdbc:", "It belongs to another driver. " + OTHER_DATABASE);
        map.put("file:", OTHER_DATABASE);
        map.put("https:", "It is a web address. Give the database's connection string. " + WANTED);
        map.put("http:", "It is a web address. Give the database's connection string. " + WANTED);
        return map;
    }
}
