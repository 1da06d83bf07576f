package io.github.migratemaven.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Our API is the XML that the plugin tools write: goals and parameters with their property, default and since. A change of it
 * is a change of {@code src/test/resources/plugin-descriptor.txt}, which a reviewer sees.
 */
class PluginDescriptorTest {
    private static final Path DESCRIPTOR = Path.of("target/classes/META-INF/maven/plugin.xml");
    private static final Path EXPECTED = Path.of("src/test/resources/plugin-descriptor.txt");
    private static final Path ACTUAL = Path.of("target/plugin-descriptor.txt");

    /** Maps and nested elements have none; of the others Maven's debug log would print the value, so that they are read in code (decision 004). */
    private static final Set<String> WITHOUT_PROPERTY = Set.of(
            "jpaProperties",
            "parameters",
            "url",
            "desiredUrl",
            "user",
            "password",
            "severities",
            "exceptions",
            "entries");

    private static Element plugin;

    @BeforeAll
    static void read() throws Exception {
        plugin = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(DESCRIPTOR.toFile())
                .getDocumentElement();
    }

    @Test
    void goalsAndParametersAreAsAgreed() throws Exception {
        String actual = description();
        Files.writeString(ACTUAL, actual);

        assertThat(actual)
                .as("if this change is meant: cp %s %s", ACTUAL, EXPECTED)
                .isEqualTo(Files.readString(EXPECTED).replace("\r\n", "\n"));
    }

    @Test
    void everyParameterHasAPropertyASinceAndADescription() {
        for (Element mojo : goals()) {
            assertThat(text(mojo, "since")).as(text(mojo, "goal")).isNotEmpty();
            assertThat(text(mojo, "description")).as(text(mojo, "goal")).isNotEmpty();
            for (Element parameter : children(mojo, "parameters", "parameter")) {
                String name = text(parameter, "name");
                String where = text(mojo, "goal") + " " + name;
                if (text(parameter, "editable").equals("true")
                        && !text(mojo, "goal").equals("help")) {
                    assertThat(text(parameter, "since")).as(where).isNotEmpty();
                    assertThat(text(parameter, "description")).as(where).isNotEmpty();
                    if (!WITHOUT_PROPERTY.contains(name)) {
                        assertThat(property(mojo, name)).as(where).isEqualTo("migrate." + name);
                    }
                }
            }
        }
    }

    @Test
    void noSecretAndNoEnvironmentVariableIsADefault() {
        assertThat(description()).doesNotContain("${env.", "migrate.password", "migrate.url", "migrate.user ");
    }

    @Test
    void everyGoalMayRunInParallel() {
        for (Element mojo : goals()) {
            assertThat(text(mojo, "threadSafe")).as(text(mojo, "goal")).isEqualTo("true");
        }
    }

    /** What every goal has stands there once. */
    private static String description() {
        TreeMap<String, Element> mojos = new TreeMap<>();
        TreeMap<String, Set<String>> parameters = new TreeMap<>();
        for (Element mojo : goals()) {
            Set<String> lines = new TreeSet<>();
            children(mojo, "parameters", "parameter").forEach(parameter -> lines.add(line(mojo, parameter)));
            mojos.put(text(mojo, "goal"), mojo);
            parameters.put(text(mojo, "goal"), lines);
        }
        Set<String> shared = new TreeSet<>(parameters.firstEntry().getValue());
        parameters.values().forEach(shared::retainAll);
        StringBuilder text = new StringBuilder(text(plugin, "goalPrefix") + ": Maven "
                + text(plugin, "requiredMavenVersion") + ", Java " + text(plugin, "requiredJavaVersion") + "\n");
        text.append("\nevery goal\n");
        shared.forEach(line -> text.append("  ").append(line).append('\n'));
        mojos.forEach((goal, mojo) -> {
            String phase = text(mojo, "phase");
            text.append('\n').append(goal).append(phase.isEmpty() ? "" : ", in phase " + phase);
            text.append(text(mojo, "requiresProject").equals("true") ? ", in a project" : "");
            text.append(", since ").append(text(mojo, "since")).append('\n');
            parameters.get(goal).stream()
                    .filter(line -> !shared.contains(line))
                    .forEach(line -> text.append("  ").append(line).append('\n'));
        });
        return text.toString();
    }

    /** Ours; the help goal is the plugin tools' own. */
    private static List<Element> goals() {
        return children(plugin, "mojos", "mojo").stream()
                .filter(mojo -> !text(mojo, "goal").equals("help"))
                .toList();
    }

    private static String line(Element mojo, Element parameter) {
        String name = text(parameter, "name");
        String type = text(parameter, "type");
        if (text(parameter, "editable").equals("false")) {
            return name + ": Maven's " + type.substring(type.lastIndexOf('.') + 1);
        }
        String property = property(mojo, name);
        String initial = attribute(mojo, name, "default-value");
        return name + ": " + type.substring(type.lastIndexOf('.') + 1)
                + (property.isEmpty() ? "" : ", -D" + property)
                + (initial.isEmpty() ? "" : ", default " + initial)
                + (text(parameter, "required").equals("true") ? ", required" : "")
                + ", since " + text(parameter, "since");
    }

    private static String property(Element mojo, String parameter) {
        for (Element configuration : children(mojo, "configuration", parameter)) {
            return configuration.getTextContent().replaceAll("^\\$\\{|}$", "");
        }
        return "";
    }

    private static String attribute(Element mojo, String parameter, String attribute) {
        for (Element configuration : children(mojo, "configuration", parameter)) {
            return configuration.getAttribute(attribute);
        }
        return "";
    }

    private static List<Element> children(Element parent, String group, String name) {
        List<Element> found = new ArrayList<>();
        for (Element container : children(parent, group)) {
            found.addAll(children(container, name));
        }
        return found;
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getTagName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).stream()
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }
}
