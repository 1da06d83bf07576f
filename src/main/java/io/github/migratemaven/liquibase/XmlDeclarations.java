package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The changesets of an XML changelog. External entities and DTDs are never read. */
final class XmlDeclarations extends DefaultHandler {
    private static final Set<String> NOT_CHANGES =
            Set.of("preConditions", "validCheckSum", "comment", "rollback", "modifySql", "tagDatabaseNote");

    private final SourceText source;
    private final List<DeclaredChangeset> found = new ArrayList<>();
    private List<DeclaredChangeset.DeclaredChange> changes = new ArrayList<>();
    private Locator locator;
    private int depth;
    private int changesetDepth = -1;
    private int start;
    private String id;
    private String author;

    private static final Pattern DOCTYPE = Pattern.compile("<!--.*?-->|<!DOCTYPE\\b|<\\w", Pattern.DOTALL);

    private XmlDeclarations(SourceText source) {
        this.source = source;
    }

    static List<DeclaredChangeset> read(SourceText source) {
        XmlDeclarations handler = new XmlDeclarations(source);
        try {
            SAXParserFactory factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.newSAXParser().parse(new InputSource(new StringReader(source.text())), handler);
        } catch (SAXException | IOException | ParserConfigurationException e) {
            // The reader has said what is wrong with it; places are only a service.
            return handler.found;
        }
        return handler.found;
    }

    /** A document type can name files of this machine and grow without end; no changelog needs one. */
    static void refuseDocumentType(SourceText source) {
        Matcher matcher = DOCTYPE.matcher(source.text());
        while (matcher.find() && !matcher.group().matches("<\\w")) {
            if (matcher.group().startsWith("<!D")) {
                throw new MigrateException(Failure.InvalidInput.at(
                        source.position(matcher.start()),
                        "document-type",
                        "the changelog has a document type (<!DOCTYPE), whose entities could read files of this machine",
                        "Remove it and write out its entities; a value that changes is a <property>."));
            }
        }
    }

    @Override
    public void setDocumentLocator(Locator documentLocator) {
        locator = documentLocator;
    }

    @Override
    public void startElement(String uri, String localName, String qName, Attributes attributes) {
        depth++;
        if (localName.equals("changeSet")) {
            changesetDepth = depth;
            start = openingOf(localName);
            id = attributes.getValue("id");
            author = attributes.getValue("author");
            changes = new ArrayList<>();
        } else if (depth == changesetDepth + 1 && !NOT_CHANGES.contains(localName)) {
            changes.add(new DeclaredChangeset.DeclaredChange(localName, openingOf(localName)));
        }
    }

    @Override
    public void endElement(String uri, String localName, String qName) {
        if (depth == changesetDepth) {
            found.add(new DeclaredChangeset(id, author, start, here(), changes));
            changesetDepth = -1;
        }
        depth--;
    }

    /** The parser tells where a tag ends; it starts at the last "&lt;name" before that. */
    private int openingOf(String name) {
        int end = here();
        for (int at = source.text().lastIndexOf('<', end - 1);
                at >= 0;
                at = source.text().lastIndexOf('<', at - 1)) {
            String tag = source.text().substring(at, Math.min(end, at + name.length() + 40));
            if (tag.matches("(?s)<([\\w.-]+:)?" + name + "\\b.*")) {
                return at;
            }
        }
        return end;
    }

    private int here() {
        return Math.min(
                source.startOfLine(locator.getLineNumber()) + Math.max(locator.getColumnNumber() - 1, 0),
                source.text().length());
    }
}
