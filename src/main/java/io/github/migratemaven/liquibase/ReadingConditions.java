package io.github.migratemaven.liquibase;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything but files that decides what a changelog says: the request, this program, settings of the machine. */
final class ReadingConditions {
    /**
     * What {@code maven.PluginLibrary} adds to the program while a build runs, in some builds and not in others: it has no say in what a
     * changelog is.
     */
    private static final List<String> ON_DEMAND =
            List.of("pgcodekeeper-core-", "antlr4-runtime-", "jgrapht-core-", "xz-");

    private final ChangelogRequest request;

    ReadingConditions(ChangelogRequest request) {
        this.request = request;
    }

    /**
     * @param names of the parameters that the changelog asks for: Liquibase takes their values from the environment and from
     *     system properties, too, whatever their case
     * @return lines for a digest; they may hold secrets
     */
    List<String> lines(Collection<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add("path " + request.path());
        lines.add("contexts " + request.contexts());
        lines.add("labels " + request.labels());
        lines.add("schema "
                + (request.schema().isPresent() ? "=" + request.schema().get() : ""));
        for (Map.Entry<String, String> parameter : new TreeMap<>(request.parameters()).entrySet()) {
            lines.add("parameter " + parameter.getKey() + "=" + parameter.getValue());
        }
        lines.add("machine " + Charset.defaultCharset() + " "
                + TimeZone.getDefault().getID() + " " + Locale.getDefault().toLanguageTag());
        for (Map.Entry<String, String> value : outside(names).entrySet()) {
            lines.add("outside " + value.getKey() + "=" + value.getValue());
        }
        lines.addAll(program());
        lines.addAll(extensions());
        return lines;
    }

    private static Map<String, String> outside(Collection<String> names) {
        TreeSet<String> asked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        asked.addAll(names);
        Map<String, String> values = new TreeMap<>();
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            String name = variable.getKey();
            if (asked.contains(name) || startsWith(name, "LIQUIBASE_")) {
                values.put("environment " + name, variable.getValue());
            }
        }
        for (Map.Entry<Object, Object> property : System.getProperties().entrySet()) {
            String name = String.valueOf(property.getKey());
            if (asked.contains(name) || startsWith(name, "liquibase.")) {
                values.put("property " + name, String.valueOf(property.getValue()));
            }
        }
        return values;
    }

    private static boolean startsWith(String name, String prefix) {
        return name.regionMatches(true, 0, prefix, 0, prefix.length());
    }

    /** Name and size of each jar that we run from: versions stand in the names. */
    private List<String> program() {
        ClassLoader program =
                request.classes() instanceof URLClassLoader ? request.classes().getParent() : request.classes();
        if (!(program instanceof URLClassLoader loader)) {
            return List.of("program " + System.getProperty("java.class.path"));
        }
        List<String> jars = new ArrayList<>();
        for (URL url : loader.getURLs()) {
            File file = file(url);
            if (!isOnDemand(file.getName())) {
                jars.add(jar(file));
            }
        }
        return jars;
    }

    /** What the project itself adds to Liquibase; normally nothing. */
    private List<String> extensions() {
        List<String> found = new ArrayList<>();
        if (request.classes() instanceof URLClassLoader project) {
            for (URL url : project.getURLs()) {
                String[] services = new File(file(url), "META-INF/services").list();
                for (String service : services == null ? new String[0] : services) {
                    if (service.startsWith("liquibase.")) {
                        found.add("extension " + service);
                    }
                }
            }
        }
        found.sort(null);
        return found;
    }

    private static File file(URL url) {
        try {
            return new File(url.toURI());
        } catch (URISyntaxException | IllegalArgumentException e) {
            return new File(url.getPath());
        }
    }

    private static boolean isOnDemand(String name) {
        for (String start : ON_DEMAND) {
            if (name.startsWith(start)) {
                return true;
            }
        }
        return false;
    }

    private static String jar(File file) {
        // A snapshot, or a folder of classes, changes under its name.
        boolean fixed = file.isFile() && !file.getName().contains("SNAPSHOT");
        return "program " + file.getName() + " " + file.length() + (fixed ? "" : " " + file.lastModified());
    }
}
