package io.github.migratemaven.jpa;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * {@code META-INF/persistence.xml}, read here and not by the provider: the provider would look up the data source that it names, in a
 * container's directory that no build has.
 */
final class PersistenceXml {
    private PersistenceXml() {}

    /** @throws IOException when it is not well-formed, too */
    static List<PersistenceUnit> read(Path file) throws IOException {
        List<PersistenceUnit> units = new ArrayList<>();
        NodeList elements = document(file).getElementsByTagNameNS("*", "persistence-unit");
        for (int i = 0; i < elements.getLength(); i++) {
            Element unit = (Element) elements.item(i);
            Map<String, String> properties = new LinkedHashMap<>();
            NodeList entries = unit.getElementsByTagNameNS("*", "property");
            for (int j = 0; j < entries.getLength(); j++) {
                Element entry = (Element) entries.item(j);
                properties.put(entry.getAttribute("name"), entry.getAttribute("value"));
            }
            List<String> exclude = texts(unit, "exclude-unlisted-classes");
            units.add(new PersistenceUnit(
                    unit.getAttribute("name"),
                    texts(unit, "class"),
                    // <exclude-unlisted-classes/> means true: its type's default in the schema.
                    !exclude.isEmpty() && !exclude.get(0).equalsIgnoreCase("false"),
                    texts(unit, "mapping-file"),
                    texts(unit, "jar-file"),
                    properties));
        }
        return units;
    }

    private static Document document(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints to the console.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(stream);
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static List<String> texts(Element unit, String name) {
        List<String> texts = new ArrayList<>();
        NodeList elements = unit.getElementsByTagNameNS("*", name);
        for (int i = 0; i < elements.getLength(); i++) {
            texts.add(elements.item(i).getTextContent().strip());
        }
        return texts;
    }
}
