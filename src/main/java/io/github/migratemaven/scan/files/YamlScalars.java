package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Finds the place of each character of a YAML scalar. The parser gives the value and where it begins and ends; the way between is
 * walked again here. A value that the walk does not arrive at gets rough places, never a wrong text.
 */
final class YamlScalars {
    private final SourceFile file;
    private final String text;
    /** Offset of each code point; null where they are the same. */
    private final int[] codePoints;

    YamlScalars(SourceFile file) {
        this.file = file;
        this.text = printable(file.text());
        boolean same = text.codePointCount(0, text.length()) == text.length();
        this.codePoints = same ? null : codePoints(text);
    }

    /** The file's text with a space for what YAML does not allow at all; as long as the file's. */
    String readable() {
        return text;
    }

    private int offset(Optional<Mark> mark, int otherwise) {
        return mark.isPresent() ? offset(mark.get()) : otherwise;
    }

    int start(Event event) {
        return offset(event.getStartMark(), 0);
    }

    Source source(ScalarEvent event) {
        int start = afterProperties(start(event));
        int end = Math.max(start, offset(event.getEndMark(), start));
        String value = event.getValue();
        MappedText walked = switch (event.getScalarStyle()) {
            case PLAIN -> YamlWalk.folded(text, start, end, value, false);
            case SINGLE_QUOTED -> YamlWalk.folded(text, start + 1, end, value, true);
            case FOLDED -> YamlWalk.folded(text, lineAfter(start), end, value, false);
            case LITERAL -> YamlWalk.literal(text, lineAfter(start), value);
            default -> YamlWalk.doubleQuoted(text, start + 1, end);
        };
        return (walked.toString().equals(value) ? walked : rough(value, start, end)).toSource(file, end);
    }

    private static MappedText rough(String value, int start, int end) {
        MappedText rough = new MappedText();
        for (int i = 0; i < value.length(); i++) {
            rough.append(value.charAt(i), Math.min(start + i, end));
        }
        return rough;
    }

    /** Anchor and tag stand before the value and belong to the event. */
    private int afterProperties(int start) {
        int at = start;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '&' || c == '!') {
                while (at < text.length() && !Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
            } else if (c == '#') {
                at = lineAfter(at);
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return at;
            }
        }
        return start;
    }

    private int lineAfter(int offset) {
        int end = text.indexOf('\n', offset);
        return end < 0 ? text.length() : end + 1;
    }

    private int offset(Mark mark) {
        int index = mark.getIndex();
        if (codePoints == null) {
            return Math.min(index, text.length());
        }
        return index < codePoints.length ? codePoints[index] : text.length();
    }

    private static int[] codePoints(String text) {
        int[] offsets = new int[text.codePointCount(0, text.length())];
        int offset = 0;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = offset;
            offset = text.offsetByCodePoints(offset, 1);
        }
        return offsets;
    }

    private static String printable(String text) {
        if (StreamReader.isPrintable(text)) {
            return text;
        }
        StringBuilder all = new StringBuilder(text.length());
        int length;
        for (int i = 0; i < text.length(); i += length) {
            int c = text.codePointAt(i);
            length = Character.charCount(c);
            if (StreamReader.isPrintable(c)) {
                all.appendCodePoint(c);
            } else {
                all.append(" ".repeat(length));
            }
        }
        return all.toString();
    }
}
