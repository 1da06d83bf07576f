package io.github.migratemaven.scan.files.image;

import io.github.migratemaven.scan.Source;
import io.github.migratemaven.scan.SourceFile;
import io.github.migratemaven.scan.files.MappedText;
import io.github.migratemaven.scan.files.image.Instruction.Heredoc;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Cuts a Dockerfile into instructions, by the rules of the Dockerfile reference ("Format", "Parser directives", "Here-Documents"). */
final class DockerfileReader {
    private final SourceFile file;
    private final String text;
    private final List<Instruction> instructions = new ArrayList<>();
    private char escape = '\\';
    private int at;

    private DockerfileReader(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    static List<Instruction> read(SourceFile file) {
        DockerfileReader reader = new DockerfileReader(file);
        reader.directives();
        while (reader.at < reader.text.length()) {
            reader.instruction();
        }
        return reader.instructions;
    }

    /** {@code # escape=`} counts only above everything else, blank lines and other comments included. */
    private void directives() {
        int line = text.startsWith("\uFEFF") ? 1 : 0;
        while (line < text.length() && text.charAt(line) == '#') {
            int end = lineEnd(line);
            String directive = text.substring(line + 1, end).strip().toLowerCase(Locale.ROOT);
            int equals = directive.indexOf('=');
            if (equals < 0) {
                return;
            }
            if (directive.substring(0, equals).strip().equals("escape") && directive.endsWith("`")) {
                escape = '`';
            }
            line = next(end);
        }
    }

    private void instruction() {
        int start = blanks(at);
        int end = lineEnd(start);
        if (start >= end || text.charAt(start) == '#') {
            at = next(end);
            return;
        }
        int nameEnd = start;
        while (nameEnd < end && Character.isLetter(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(start, nameEnd).toUpperCase(Locale.ROOT);
        Source operands = logicalLine(nameEnd);
        boolean takesHeredocs = name.equals("RUN") || name.equals("COPY") || name.equals("ADD");
        add(name, operands, takesHeredocs ? heredocs(operands.text()) : List.of());
    }

    private void add(String name, Source operands, List<Heredoc> heredocs) {
        String inner = operands.text().stripLeading();
        if (!name.equals("ONBUILD")) {
            instructions.add(new Instruction(name, operands, heredocs));
            return;
        }
        int start = operands.text().length() - inner.length();
        int end = 0;
        while (end < inner.length() && Character.isLetter(inner.charAt(end))) {
            end++;
        }
        instructions.add(new Instruction(
                inner.substring(0, end).toUpperCase(Locale.ROOT),
                operands.slice(start + end, operands.text().length()),
                heredocs));
    }

    private Source logicalLine(int start) {
        MappedText joined = new MappedText();
        int line = start;
        while (true) {
            int end = lineEnd(line);
            int last = end;
            while (last > line && Character.isWhitespace(text.charAt(last - 1))) {
                last--;
            }
            boolean continued = last > line && text.charAt(last - 1) == escape;
            joined.append(text, line, continued ? last - 1 : last);
            line = next(end);
            if (!continued || line >= text.length()) {
                at = line;
                return joined.toSource(file, Math.max(last, start));
            }
            line = afterComments(line);
        }
    }

    /** Comments and empty lines do not end a continued instruction. */
    private int afterComments(int start) {
        int line = start;
        while (line < text.length()) {
            int word = blanks(line);
            int end = lineEnd(line);
            if (word < end && text.charAt(word) != '#') {
                return line;
            }
            line = next(end);
        }
        return line;
    }

    private List<Heredoc> heredocs(String line) {
        List<Heredoc> all = new ArrayList<>();
        int mark = line.indexOf("<<");
        while (mark >= 0 && at < text.length()) {
            int start = mark + 2;
            // A here-string is no heredoc.
            boolean string = start < line.length() && line.charAt(start) == '<';
            boolean tabs = start < line.length() && line.charAt(start) == '-';
            start += tabs ? 1 : 0;
            char quote = start < line.length() ? line.charAt(start) : ' ';
            start += quote == '"' || quote == '\'' ? 1 : 0;
            int end = start;
            while (end < line.length() && (Character.isLetterOrDigit(line.charAt(end)) || line.charAt(end) == '_')) {
                end++;
            }
            if (!string && end > start) {
                all.add(heredoc(line.substring(start, end), tabs));
            }
            mark = line.indexOf("<<", string ? mark + 3 : Math.max(end, mark + 2));
        }
        return all;
    }

    private Heredoc heredoc(String delimiter, boolean tabs) {
        int start = at;
        int line = at;
        while (line < text.length()) {
            int end = lineEnd(line);
            String content = text.substring(line, end);
            String compared = content.endsWith("\r") ? content.substring(0, content.length() - 1) : content;
            if ((tabs ? compared.stripLeading() : compared).equals(delimiter)) {
                at = next(end);
                return new Heredoc(delimiter, Source.slice(file, start, line));
            }
            line = next(end);
        }
        at = text.length();
        return new Heredoc(delimiter, Source.slice(file, start, at));
    }

    private int blanks(int start) {
        int end = start;
        while (end < text.length()
                && (text.charAt(end) == ' ' || text.charAt(end) == '\t' || text.charAt(end) == '\uFEFF')) {
            end++;
        }
        return end;
    }

    private int lineEnd(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int next(int lineEnd) {
        return Math.min(lineEnd + 1, text.length());
    }
}
