package io.github.migratemaven.postgres;

import io.github.migratemaven.model.Target.HostPort;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Host and port lists as libpq pairs them: as many ports as hosts, or one for all (PostgreSQL manual 34.1.1.3). */
final class TargetHosts {
    /** Letters of any script, digits, and what DNS, container and IPv6 names hold (with a zone behind %). */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}._-]+|[0-9A-Fa-f:.]+(%[A-Za-z0-9._-]+)?");

    private TargetHosts() {}

    static List<HostPort> of(ConnectionParameters parameters) {
        AddressProblem problem = parameters.problem();
        String hosts = parameters.get("host").orElse(parameters.get("hostaddr").orElse("localhost"));
        String[] names = hosts.split(",", -1);
        String[] ports = parameters.get("port").orElse("5432").split(",", -1);
        if (ports.length != 1 && ports.length != names.length) {
            throw problem.bad(
                    "has " + names.length + " hosts and " + ports.length + " ports", "Give each host its port.");
        }
        boolean factory = parameters.get("socketFactory").isPresent();
        List<HostPort> result = new ArrayList<>();
        for (int i = 0; i < names.length; i++) {
            String name = unbracketed(names[i].strip());
            int port = port(ports[ports.length == 1 ? 0 : i].strip(), problem);
            boolean socket = name.startsWith("/") || name.startsWith("@");
            if (socket && !factory) {
                throw socket(name, problem);
            }
            if (!socket && !name.isEmpty() && !NAME.matcher(name).matches()) {
                throw problem.ambiguous("has a character in its host that no host name has");
            }
            // A socket factory opens its own socket; the driver still wants a name.
            result.add(new HostPort(socket || name.isEmpty() ? "localhost" : name, port));
        }
        return result;
    }

    private static String unbracketed(String name) {
        return name.startsWith("[") && name.endsWith("]") ? name.substring(1, name.length() - 1) : name;
    }

    private static RuntimeException socket(String name, AddressProblem problem) {
        String hint = name.startsWith("/cloudsql")
                ? "Run the Cloud SQL Auth Proxy with a TCP port and give host=127.0.0.1, or add the Cloud SQL socket factory"
                        + " as a dependency of this plugin and name it: socketFactory=com.google.cloud.sql.postgres.SocketFactory."
                : "Give a TCP address, for example host=localhost; the server's listen_addresses must include it.";
        return problem.unsupported("names a Unix-domain socket, and the JDBC driver needs TCP", hint);
    }

    private static int port(String text, AddressProblem problem) {
        int port = text.isEmpty() ? 5432 : text.matches("[0-9]{1,5}") ? Integer.parseInt(text) : 0;
        if (port < 1 || port > 65535) {
            throw problem.bad(
                    "has a port that is not a number between 1 and 65535", "PostgreSQL's usual port is 5432.");
        }
        return port;
    }
}
