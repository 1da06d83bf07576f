package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.StringJoiner;
import org.postgresql.PGProperty;

/**
 * What pgjdbc is given for a target: an address without any secret, since the driver's messages repeat it, and the properties
 * with the password.
 */
public record DriverSettings(String url, Properties properties) {

    /** @param applicationName what {@code pg_stat_activity} shows; the server cuts it at 63 bytes */
    public static DriverSettings of(Target target, String applicationName) {
        StringJoiner hosts = new StringJoiner(",");
        for (Target.HostPort host : target.hosts()) {
            hosts.add(host.toString());
        }
        String url = "jdbc:postgresql://" + hosts + "/" + URLEncoder.encode(target.database(), StandardCharsets.UTF_8);
        Properties properties = new Properties();
        long connect = target.connectTimeout().toSeconds();
        PGProperty.CONNECT_TIMEOUT.set(properties, Long.toString(connect));
        // connectTimeout ends with the TCP handshake; a server that accepts and says nothing is bounded by this one.
        PGProperty.LOGIN_TIMEOUT.set(
                properties, Long.toString(connect * 2 * target.hosts().size()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, "true");
        // Then the name is part of the greeting; otherwise it takes a round trip of its own.
        PGProperty.ASSUME_MIN_SERVER_VERSION.set(properties, "9.4");
        properties.putAll(target.properties());
        PGProperty.APPLICATION_NAME.set(properties, applicationName);
        if (target.user().isPresent()) {
            PGProperty.USER.set(properties, target.user().get());
        }
        if (target.password().isPresent()) {
            PGProperty.PASSWORD.set(properties, target.password().get().reveal());
        }
        return new DriverSettings(url, properties);
    }

    /** The address only. */
    @Override
    public String toString() {
        return url;
    }
}
