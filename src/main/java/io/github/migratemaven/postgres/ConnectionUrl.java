package io.github.migratemaven.postgres;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads the two kinds of PostgreSQL URL: libpq's ({@code postgresql://user:password@host:port/database?name=value}, PostgreSQL
 * manual 34.1.1.2) and pgjdbc's. A character that shifts the parts, such as an unencoded @ in a password, is an error and
 * not a guess: the text that would be tried as a host name could be half a password.
 */
public final class ConnectionUrl {
    /** What consoles print in place of the password. */
    private static final Pattern MASKED =
            Pattern.compile("\\[?your[-_ ]?password]?|<.*password>|\\[password]|\\*+|•+", Pattern.CASE_INSENSITIVE);

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final AddressProblem problem;
    private final String origin;
    private final boolean jdbc;
    private final UrlQuery query;
    private final ParameterDraft draft;

    private ConnectionUrl(AddressProblem problem, String origin, boolean jdbc) {
        this.problem = problem;
        this.origin = origin;
        this.jdbc = jdbc;
        this.draft = new ParameterDraft(problem, origin, jdbc);
        this.query = new UrlQuery(problem, jdbc, draft);
    }

    /**
     * @param text the URL; blanks around it are ignored
     * @param origin where it came from, as messages name it: {@code DATABASE_URL}, {@code -Dmigrate.url}, …
     * @throws io.github.migratemaven.model.MigrateException {@code bad-url}, {@code unsupported-url}; neither repeats the text
     */
    public static ConnectionParameters parse(String text, String origin) {
        AddressProblem problem = AddressProblem.ofUrl(origin);
        String url = text.strip();
        UrlForm form = UrlForm.of(url, problem);
        if (CONTROL.matcher(url).find()) {
            throw problem.bad("contains a line break or another control character", "Write it on one line.");
        }
        ConnectionUrl reader = new ConnectionUrl(problem, origin, form.isJdbc());
        return form.isJdbc() ? reader.jdbc(form.rest(url)) : reader.libpq(form.rest(url));
    }

    private ConnectionParameters libpq(String rest) {
        if (!rest.startsWith("//")) {
            throw problem.bad("has no // after its scheme", "Use postgresql://user:password@host:5432/database.");
        }
        String body = rest.substring(2);
        if (body.indexOf('#') >= 0) {
            throw problem.ambiguous("contains a #, which ends a URL in most readers");
        }
        if (body.startsWith("postgres://") || body.startsWith("postgresql://")) {
            throw problem.bad("has its scheme twice", "Remove one of them.");
        }
        int mark = body.indexOf('?');
        String parameters = mark < 0 ? "" : body.substring(mark + 1);
        String address = mark < 0 ? body : body.substring(0, mark);
        int slash = address.indexOf('/');
        String database = slash < 0 ? "" : address.substring(slash + 1);
        String authority = slash < 0 ? address : address.substring(0, slash);
        if (database.indexOf('@') >= 0 || authority.indexOf('@') != authority.lastIndexOf('@')) {
            throw problem.ambiguous("has an @ where none can stand");
        }
        if (database.indexOf('/') >= 0) {
            throw problem.ambiguous("has more than one / after its host");
        }
        if (address.indexOf(' ') >= 0) {
            throw problem.ambiguous("contains a space");
        }
        int at = authority.indexOf('@');
        if (at >= 0) {
            login(authority.substring(0, at));
        }
        draft.put("dbname", decode(database, "name of the database"));
        query.read(parameters);
        hosts(authority.substring(at + 1), at >= 0);
        return draft.build();
    }

    private ConnectionParameters jdbc(String rest) {
        int mark = rest.indexOf('?');
        String address = mark < 0 ? rest : rest.substring(0, mark);
        if (address.indexOf('@') >= 0) {
            throw problem.bad(
                    "has an @ before its parameters; a JDBC URL cannot hold the user and password there",
                    "Remove jdbc: from its beginning, or write them as parameters: ?user=…&password=…");
        }
        boolean withHost = address.startsWith("//");
        String body = withHost ? address.substring(2) : address;
        int slash = body.indexOf('/');
        if (withHost ? slash != body.lastIndexOf('/') : slash >= 0 || body.indexOf(':') >= 0) {
            throw problem.bad(
                    "has a / or : where none can stand", "Use jdbc:postgresql://host:5432/database?name=value.");
        }
        String database = withHost ? (slash < 0 ? "" : body.substring(slash + 1)) : body;
        draft.put("dbname", decode(database, "name of the database"));
        query.read(mark < 0 ? "" : rest.substring(mark + 1));
        if (withHost) {
            hosts(slash < 0 ? body : body.substring(0, slash), false);
        }
        return draft.build();
    }

    private void login(String text) {
        int colon = text.indexOf(':');
        draft.put("user", decode(colon < 0 ? text : text.substring(0, colon), "user name"));
        if (colon >= 0) {
            String password = decode(text.substring(colon + 1), "password");
            if (MASKED.matcher(password).matches()) {
                throw problem.bad(
                        "has a placeholder for its password",
                        "Put the real password in its place, percent-encoded, or give it as migrate.password.");
            }
            draft.put("password", password);
        }
    }

    /**
     * @param afterLogin whether an @ came before, so that a wrong port is a port and can be repeated; without one
     *     {@code //user:password/} looks just like {@code //host:port/}
     */
    private void hosts(String text, boolean afterLogin) {
        if (text.isEmpty()) {
            return;
        }
        List<String> addresses = List.of(text.split(",", -1));
        StringBuilder names = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        for (int i = 0; i < addresses.size(); i++) {
            String address = addresses.get(i);
            int bracket = address.lastIndexOf(']');
            int colon = address.indexOf(':', bracket + 1);
            if (address.startsWith("[") != (bracket > 0) || address.indexOf('[', 1) > 0) {
                throw problem.bad("has a bracket without its partner", "Write an IPv6 address as [2001:db8::1].");
            }
            if (bracket > 0 && bracket + 1 < address.length() && colon != bracket + 1) {
                throw problem.bad("has text between ] and the port", "Write an IPv6 address as [2001:db8::1]:5432.");
            }
            if (colon >= 0 && address.indexOf(':', colon + 1) >= 0) {
                throw problem.bad(
                        "has more than one : in its host",
                        "Write an IPv6 address as [2001:db8::1], a login before an @: user:password@host.");
            }
            String host = colon < 0 ? address : address.substring(0, colon);
            host = bracket > 0 ? host.substring(1, bracket) : host;
            if (host.isEmpty() && addresses.size() > 1) {
                throw problem.bad("has an empty name in its list of hosts", "Write it as host1:5432,host2:5432.");
            }
            names.append(i == 0 ? "" : ",").append(jdbc ? host : decode(host, "host"));
            ports.append(i == 0 ? "" : ",").append(colon < 0 ? "5432" : port(address.substring(colon + 1), afterLogin));
        }
        if (!query.names("host")) {
            draft.put("host", names.toString());
        }
        if (!query.names("port")) {
            draft.put("port", ports.toString());
        }
    }

    private String port(String text, boolean afterLogin) {
        if (text.isEmpty()) {
            return "5432";
        }
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
            boolean number = text.matches("[0-9]+");
            String shown = afterLogin && text.matches("[A-Za-z0-9_-]{1,12}") ? ": '" + text + "'" : "";
            throw problem.bad(
                    (number ? "has a port that is not between 1 and 65535" : "has a port that is not a number") + shown,
                    "Write host:5432; if that part belongs to the login, end the login with an @ and percent-encode"
                            + " @ : / ? # and % in it.");
        }
        return text;
    }

    private String decode(String text, String part) {
        Optional<String> decoded = PercentCode.decode(text, jdbc);
        if (decoded.isEmpty()) {
            throw problem.ambiguous("has a % in its " + part + " that two hexadecimal digits of UTF-8 do not follow");
        }
        return decoded.get();
    }

    @Override
    public String toString() {
        return (jdbc ? "jdbc" : "libpq").toUpperCase(Locale.ROOT) + " URL of " + origin;
    }
}
