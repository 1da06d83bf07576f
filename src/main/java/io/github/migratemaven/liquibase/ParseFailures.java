package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What Liquibase's parsers say, with the place pulled out of the chain of exceptions and the noise left behind. */
final class ParseFailures {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)(?:[,:]? ?column (\\d+))?");
    private static final Pattern NAMED_FILE =
            Pattern.compile("(?:Error parsing|parsing line \\d+ column \\d+ of|Error Reading Changelog"
                    + " File:|in file|formatted changelog) '?([^\\s:']+\\.(?:ya?ml|xml|json|sql))");
    private static final int LONGEST = 300;

    private final SourceFiles files;
    private final List<String> read;

    /** @param read the files that were asked for, the last one first */
    ParseFailures(SourceFiles files, List<String> read) {
        this.files = files;
        this.read = List.copyOf(read);
    }

    /**
     * @param root the changelog, for exceptions that name no file
     * @param culprit the entry of a changelog that fails, where that could be found out by trial
     */
    MigrateException of(String root, Throwable error, Optional<Position> culprit) {
        Complaint complaint = Complaint.of(message(error), error);
        String file = namedFile(error).orElse(read.isEmpty() ? root : read.get(0));
        Position at = place(files.shown(file), error)
                .or(() -> culprit.flatMap(place -> within(place, complaint.token())))
                .or(() -> mention(complaint.token()))
                .or(() -> culprit)
                .orElseGet(() -> Position.ofFile(files.shown(file)));
        return new MigrateException(
                Failure.InvalidInput.at(at, complaint.code(), complaint.message(), complaint.hint()), error);
    }

    /** What one of us found wrong while Liquibase read. */
    static Optional<MigrateException> known(Throwable error) {
        for (Throwable e = error; e != null; e = next(e)) {
            if (e instanceof MigrateException known) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> namedFile(Throwable error) {
        Optional<String> named = Optional.empty();
        for (Throwable e = error; e != null; e = next(e)) {
            Matcher matcher = NAMED_FILE.matcher(String.valueOf(e.getMessage()));
            if (matcher.find()) {
                named = Optional.of(matcher.group(1));
            }
        }
        return named;
    }

    private static Optional<Position> place(String file, Throwable error) {
        Position place = null;
        for (Throwable e = error; e != null; e = next(e)) {
            if (e instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
                Mark mark = YamlComplaint.mark(yaml);
                return Optional.of(new Position(file, mark.getLine() + 1, mark.getColumn() + 1));
            }
            if (e instanceof SAXParseException xml && xml.getLineNumber() > 0) {
                return Optional.of(new Position(file, xml.getLineNumber(), Math.max(xml.getColumnNumber(), 0)));
            }
            Matcher matcher = LINE.matcher(String.valueOf(e.getMessage()));
            if (place == null && matcher.find()) {
                int column = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
                place = new Position(file, Integer.parseInt(matcher.group(1)), column);
            }
        }
        return Optional.ofNullable(place);
    }

    /** Where the failing entry says the word that Liquibase complains of. */
    private Optional<Position> within(Position culprit, String token) {
        return read.stream()
                .filter(path -> files.shown(path).equals(culprit.file()))
                .findFirst()
                .flatMap(files::text)
                .flatMap(text -> text.find(token, text.startOfLine(culprit.line())));
    }

    /** Liquibase often names the thing and not the place: the last file that was read and speaks of it. */
    private Optional<Position> mention(String token) {
        return read.stream()
                .flatMap(path -> files.text(path).stream())
                .flatMap(text -> text
                        .find(token, 0)
                        // Liquibase may have made a relative path absolute.
                        .or(() -> text.find(token.substring(token.lastIndexOf('/') + 1), 0))
                        .stream())
                .findFirst();
    }

    /** The innermost message that says something, on one line. */
    static String message(Throwable error) {
        String message = null;
        for (Throwable e = error; e != null; e = next(e)) {
            if (e instanceof MarkedYAMLException yaml && yaml.getProblem() != null) {
                return oneLine(YamlComplaint.words(yaml));
            }
            String own = e.getMessage();
            boolean repeatsCause = e.getCause() != null
                    && own != null
                    && own.equals(e.getCause().toString());
            if (own != null && !own.isBlank() && !repeatsCause) {
                message = own;
            }
            if (own != null && own.startsWith("Cannot run program")) {
                break; // its cause says only the system's error number
            }
        }
        return oneLine(
                message == null ? "it gives no reason (" + error.getClass().getSimpleName() + ")" : message);
    }

    private static String oneLine(String message) {
        String line = message.strip()
                .replaceAll("Learn (?:all the options|more) at \\S+", "")
                .replaceAll("For more information see \\S+", "")
                .replaceAll("\\s+", " ")
                .strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }

    private static Throwable next(Throwable e) {
        return e.getCause() == e ? null : e.getCause();
    }
}
