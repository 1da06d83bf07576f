package io.github.migratemaven.postgres.embedded;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the embedded server.
 *
 * @param major for example 18
 * @param artifact the artifact's version, for example {@code 18.6.0}
 */
public record ServerVersion(int major, String artifact) {
    /** The newest artifact of each major that was published when this plugin was. */
    private static final List<ServerVersion> KNOWN = List.of(
            new ServerVersion(18, "18.6.0"),
            new ServerVersion(17, "17.11.0"),
            new ServerVersion(16, "16.15.0"),
            new ServerVersion(15, "15.19.0"),
            new ServerVersion(14, "14.24.0"),
            new ServerVersion(13, "13.23.0"));

    private static final Pattern FULL = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})(\\.\\d{1,3}(?:-\\d{1,3})?)?");

    public static ServerVersion newest() {
        return KNOWN.stream().max(Comparator.comparingInt(ServerVersion::major)).orElseThrow();
    }

    public static ServerVersion ofMajor(int major) {
        return parse(Integer.toString(major));
    }

    /**
     * @param text a major ({@code 16}), or a full version as PostgreSQL or the artifact writes it ({@code 16.4},
     *     {@code 16.4.0}): the way to pin a minor release
     * @throws MigrateException with an {@code InvalidInput} for anything else
     */
    public static ServerVersion parse(String text) {
        String asked = text.strip();
        for (ServerVersion known : KNOWN) {
            if (asked.equals(Integer.toString(known.major))) {
                return known;
            }
        }
        Matcher full = FULL.matcher(asked);
        if (full.matches()) {
            int major = Integer.parseInt(full.group(1));
            if (KNOWN.stream().anyMatch(known -> known.major == major)) {
                return new ServerVersion(major, full.group(3) == null ? asked + ".0" : asked);
            }
        }
        throw new MigrateException(Failure.InvalidInput.of(
                "embedded-version",
                "migrate.embeddedVersion is '" + asked + "', which is no version of the embedded PostgreSQL",
                "Use a major (" + String.join(", ", majors()) + ") or a full version such as " + newest().artifact
                        + "."));
    }

    private static List<String> majors() {
        return KNOWN.stream().map(known -> known.major + " = " + known.artifact).toList();
    }
}
