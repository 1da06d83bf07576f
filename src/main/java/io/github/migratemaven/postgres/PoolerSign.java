package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target.HostPort;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Recognises connection poolers by the addresses that their makers document. A sign only: whether it is one, the session finds
 * out. Each text is a noun phrase that names what was seen.
 */
final class PoolerSign {
    private PoolerSign() {}

    static Optional<String> of(List<HostPort> hosts) {
        for (HostPort host : hosts) {
            Optional<String> sign = of(host);
            if (sign.isPresent()) {
                return sign;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> of(HostPort address) {
        String host = address.host().toLowerCase(Locale.ROOT);
        int port = address.port();
        String first = host.indexOf('.') < 0 ? host : host.substring(0, host.indexOf('.'));
        if (first.endsWith("-pooler")) {
            return Optional.of("-pooler in the host name, as Neon and Vercel name their pooled address");
        }
        if (host.equals("pooled.db.prisma.io")) {
            return Optional.of("the host pooled.db.prisma.io; the direct one is db.prisma.io");
        }
        // Port 5432 of the same host is Supavisor's session mode, where session locks hold.
        if (port == 6543 && (host.endsWith(".pooler.supabase.com") || host.endsWith(".supabase.co"))) {
            return Optional.of("port 6543, Supabase's transaction pooler; port 5432 is the other one");
        }
        if (host.endsWith(".rds.amazonaws.com") && host.contains(".proxy-")) {
            return Optional.of("a host name of Amazon RDS Proxy");
        }
        if (port == 25061 && host.endsWith(".ondigitalocean.com")) {
            return Optional.of("port 25061, DigitalOcean's connection pools; port 25060 is the direct one");
        }
        if (first.matches("(.*[-_])?(pgbouncer|pgcat|supavisor|odyssey)([-_].*)?")) {
            return Optional.of("the host name " + first.replaceAll(".*(pgbouncer|pgcat|supavisor|odyssey).*", "…$1…"));
        }
        return port == 6432 ? Optional.of("port 6432, which PgBouncer uses by default") : Optional.empty();
    }
}
