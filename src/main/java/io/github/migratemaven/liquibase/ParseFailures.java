package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Failure;
import io.github.migratemaven.model.MigrateException;
import io.github.migratemaven.model.Position;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.xml.sax.SAXParseException;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** What Liquibase's parsers say, with the place pulled out of the chain of exceptions and the noise left behind. */
final class ParseFailures {
    private static final Pattern LINE = Pattern.compile("\\bline (\\d+)(?:[,:]? ?column (\\d+))?");
    private static final int LONGEST = 300;

    private final SourceFiles files;

    ParseFailures(SourceFiles files) {
        this.files = files;
    }

    /**
     * @param fallback the file that was being read, for exceptions that name none
     */
    MigrateException of(String fallback, Throwable error) {
        String file = files.shown(namedFile(error, fallback));
        String message = message(error);
        if (message.contains("does not exist") || message.contains("not found") || message.contains("was not found")) {
            return failure(
                    "changelog-not-found",
                    place(file, error),
                    message,
                    "Check the path: it is looked up in the project's resource folders, the project folder and the class"
                            + " path.",
                    error);
        }
        if (message.contains("Unknown change type") || message.contains("Unknown change")) {
            return failure(
                    "unknown-change",
                    place(file, error),
                    message.replaceFirst(" Check for spelling.*", ""),
                    "Check the spelling (it is case-sensitive); a change of your own must be on the class path.",
                    error);
        }
        return failure(
                "changelog-invalid",
                place(file, error),
                "the changelog cannot be read: " + message,
                "Correct the file; nothing was sent to the database.",
                error);
    }

    private static MigrateException failure(String code, Position at, String message, String hint, Throwable error) {
        return new MigrateException(Failure.InvalidInput.at(at, code, message, hint), error);
    }

    private static String namedFile(Throwable error, String fallback) {
        String named = fallback;
        for (Throwable e = error; e != null; e = next(e)) {
            String message = String.valueOf(e.getMessage());
            Matcher matcher = Pattern.compile(
                            "(?:Error parsing|parsing line \\d+ column \\d+ of|Error Reading Changelog"
                                    + " File:|in file) '?([^\\s:']+\\.(?:ya?ml|xml|json|sql))")
                    .matcher(message);
            if (matcher.find()) {
                named = matcher.group(1);
            }
        }
        return named;
    }

    private static Position place(String file, Throwable error) {
        Position place = Position.ofFile(file);
        for (Throwable e = error; e != null; e = next(e)) {
            if (e instanceof MarkedYAMLException yaml && yaml.getProblemMark() != null) {
                return new Position(
                        file,
                        yaml.getProblemMark().getLine() + 1,
                        yaml.getProblemMark().getColumn() + 1);
            }
            if (e instanceof SAXParseException xml && xml.getLineNumber() > 0) {
                return new Position(file, xml.getLineNumber(), Math.max(xml.getColumnNumber(), 0));
            }
            Matcher matcher = LINE.matcher(String.valueOf(e.getMessage()));
            if (place.line() == 0 && matcher.find()) {
                int column = matcher.group(2) == null ? 0 : Integer.parseInt(matcher.group(2));
                place = new Position(file, Integer.parseInt(matcher.group(1)), column);
            }
        }
        return place;
    }

    /** The innermost message that says something, on one line. */
    static String message(Throwable error) {
        String message = null;
        for (Throwable e = error; e != null; e = next(e)) {
            if (e instanceof MarkedYAMLException yaml && yaml.getProblem() != null) {
                String context = yaml.getContext() == null ? "" : yaml.getContext() + ", ";
                return oneLine(context + yaml.getProblem());
            }
            String own = e.getMessage();
            boolean repeatsCause = e.getCause() != null
                    && own != null
                    && own.equals(e.getCause().toString());
            if (own != null && !own.isBlank() && !repeatsCause) {
                message = own;
            }
        }
        return oneLine(message == null ? error.getClass().getSimpleName() : message);
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
