package io.github.migratemaven.scan.files;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.SourceFile;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParser;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.ext.DefaultHandler2;
import org.xml.sax.helpers.DefaultHandler;

/** Reads XML into elements that know where they begin. DTDs and entities are never read; depth is bounded. */
final class XmlText extends DefaultHandler {
    private static final int DEEPEST = 200;
    private static final ThreadLocal<SAXParser> PARSER = new ThreadLocal<>();

    private final SourceFile file;
    private final Deque<Element> open = new ArrayDeque<>();
    private Element root;
    private Locator locator;

    private XmlText(SourceFile file) {
        this.file = file;
    }

    /** An element; mutable only while it is read. */
    static final class Element {
        final String name;
        final Map<String, String> attributes = new LinkedHashMap<>();
        final List<Element> children = new ArrayList<>();
        final Position position;
        private final StringBuilder text = new StringBuilder();
        private Position textPosition;

        private Element(String name, Position position) {
            this.name = name;
            this.position = position;
        }

        String text() {
            return text.toString().strip();
        }

        Position textPosition() {
            return textPosition == null ? position : textPosition;
        }

        Optional<Element> child(String... names) {
            Element found = this;
            for (String wanted : names) {
                found = found == null ? null : found.first(wanted);
            }
            return Optional.ofNullable(found);
        }

        private Element first(String wanted) {
            for (Element child : children) {
                if (child.name.equals(wanted)) {
                    return child;
                }
            }
            return null;
        }

        List<Element> children(String... names) {
            List<Element> level = List.of(this);
            for (String wanted : names) {
                List<Element> below = new ArrayList<>(1);
                for (Element above : level) {
                    for (Element child : above.children) {
                        if (child.name.equals(wanted)) {
                            below.add(child);
                        }
                    }
                }
                level = below;
            }
            return level;
        }

        String childText(String child) {
            Element found = first(child);
            return found == null ? "" : found.text();
        }

        List<Element> descendants() {
            List<Element> all = new ArrayList<>();
            Deque<Element> todo = new ArrayDeque<>(List.of(this));
            while (!todo.isEmpty()) {
                Element next = todo.poll();
                all.add(next);
                todo.addAll(next.children);
            }
            return all;
        }
    }

    /** What could be read before an error is there. */
    static Optional<Element> read(SourceFile file) {
        XmlText handler = new XmlText(file);
        try {
            parser().parse(new InputSource(new StringReader(file.text())), handler);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            // Half a file is better than none: nothing here depends on its end.
        }
        return Optional.ofNullable(handler.root);
    }

    /** This thread's: to make one takes longer than to read a file. */
    private static SAXParser parser() throws SAXException, ParserConfigurationException {
        SAXParser known = PARSER.get();
        if (known != null) {
            return known;
        }
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        SAXParser parser = factory.newSAXParser();
        parser.setProperty("http://xml.org/sax/properties/declaration-handler", new NoEntities());
        PARSER.set(parser);
        return parser;
    }

    /** Ends the reading where a document declares an entity: no configuration needs one. */
    private static final class NoEntities extends DefaultHandler2 {
        @Override
        public void internalEntityDecl(String name, String value) throws SAXException {
            throw new SAXException("an entity");
        }

        @Override
        public void externalEntityDecl(String name, String publicId, String systemId) throws SAXException {
            throw new SAXException("an entity");
        }
    }

    /** What is not in the file itself is empty. */
    @Override
    public InputSource resolveEntity(String publicId, String systemId) {
        return new InputSource(new StringReader(""));
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) throws SAXException {
        if (open.size() >= DEEPEST) {
            throw new SAXException("too deep");
        }
        Element element = new Element(localName, opening());
        for (int i = 0; i < attributes.getLength(); i++) {
            element.attributes.put(attributes.getLocalName(i), attributes.getValue(i));
        }
        if (open.isEmpty()) {
            root = element;
        } else {
            open.peek().children.add(element);
        }
        open.push(element);
    }

    @Override
    public void characters(char[] ch, int start, int length) {
        Element element = open.peek();
        if (element == null) {
            return;
        }
        String part = new String(ch, start, length);
        if (element.textPosition == null && !part.isBlank()) {
            element.textPosition = here();
        }
        element.text.append(part);
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        open.pop();
    }

    /** Of the tag's bracket: the parser tells where the tag ends, and no other {@code <} can be in it. */
    private Position opening() {
        int open = file.text().lastIndexOf('<', Math.max(file.offset(here()) - 1, 0));
        return open < 0 ? here() : file.position(open);
    }

    private Position here() {
        return new Position(file.path(), Math.max(locator.getLineNumber(), 1), Math.max(locator.getColumnNumber(), 1));
    }
}
