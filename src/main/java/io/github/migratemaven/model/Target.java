package io.github.migratemaven.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One database that is deployed to, as asked for.
 *
 * @param hosts at least one; several are tried in order
 * @param user empty = the driver's default (the operating system's user)
 * @param schema where the changelog's objects and the history live; empty = the session's current schema
 * @param properties further pgjdbc connection properties (sslmode, …); holds no password but may hold key file paths
 * @param origin where the address came from, for messages: {@code -Dmigrate.url}, {@code DIRECT_URL}, …
 * @param poolerSign what in the address says that it is a connection pooler; empty without one
 */
public record Target(
        List<HostPort> hosts,
        String database,
        Optional<String> user,
        Optional<Secret> password,
        Optional<String> schema,
        Map<String, String> properties,
        Duration connectTimeout,
        String origin,
        Optional<String> poolerSign) {

    /** @param port 1 to 65535 */
    public record HostPort(String host, int port) {
        @Override
        public String toString() {
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
        }
    }

    public Target {
        hosts = List.copyOf(hosts);
        properties = Map.copyOf(properties);
    }

    /** Host, port and database: what may be shown. No user, no parameter, no secret. */
    public String display() {
        return String.join(",", hosts.stream().map(HostPort::toString).toList()) + "/" + database;
    }

    @Override
    public String toString() {
        return display();
    }

    public Target withSchema(String name) {
        return new Target(
                hosts, database, user, password, Optional.of(name), properties, connectTimeout, origin, poolerSign);
    }

    /** Another database of the same server. */
    public Target withDatabase(String name) {
        return new Target(hosts, name, user, password, schema, properties, connectTimeout, origin, poolerSign);
    }
}
