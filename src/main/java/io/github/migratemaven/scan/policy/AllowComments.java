package io.github.migratemaven.scan.policy;

import io.github.migratemaven.model.Position;
import io.github.migratemaven.scan.Place;
import io.github.migratemaven.scan.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Exceptions that are comments beside what they allow: on its line, or on lines of nothing but comments right above. A command
 * that goes on over several lines counts as one line.
 */
final class AllowComments {
    static final String FORM = "migrate:allow ID because REASON, or migrate:allow ID until 2027-01-31 because REASON.";

    static final String WORD = "migrate:allow";
    /** What is longer is no line that a person wrote. */
    private static final int LONGEST = 4000;
    /** How many lines of comment or of one command there can be. Bounds the time that a hostile file costs. */
    private static final int REACH = 100;
    /** Of one file; more count for nothing. */
    private static final int MOST = 1000;

    private final SourceFile file;
    private final Set<String> ids;
    private final CommentStyle style;
    private final String[] lines;
    private final List<Allowed> found = new ArrayList<>();

    private AllowComments(SourceFile file, Set<String> ids) {
        this.file = file;
        this.ids = ids;
        this.style = CommentStyle.of(file.path());
        this.lines = file.text().split("\n", -1);
    }

    /**
     * The comments of a file, those with a mistake as {@link Allowed#problem} says. One a line.
     *
     * @param ids of the catalogue
     */
    static List<Allowed> in(SourceFile file, Set<String> ids) {
        if (!file.text().contains(WORD)) {
            return List.of();
        }
        AllowComments comments = new AllowComments(file, ids);
        for (int i = 0; i < comments.lines.length && comments.found.size() < MOST; i++) {
            if (comments.lines[i].length() <= LONGEST) {
                comments.line(i);
            }
        }
        return comments.found;
    }

    private void line(int index) {
        String line = lines[index];
        for (int at = line.indexOf(WORD); at >= 0; at = line.indexOf(WORD, at + 1)) {
            String opener = style.opener(line, at);
            int end = at + WORD.length();
            if (!opener.isEmpty() && (end == line.length() || !isWordPart(line.charAt(end)))) {
                comment(index, at, opener);
                return;
            }
        }
        if (line.contains(WORD) && file.name().endsWith(".json")) {
            Allowed.Scope scope = new Allowed.Scope.Lines(file.path(), index + 1, index + 1, "");
            add(
                    index,
                    line.indexOf(WORD),
                    scope,
                    AllowText.wrong("JSON has no comments; .migrate-ban.yml takes exceptions"));
        }
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_';
    }

    private void comment(int index, int at, String opener) {
        String line = lines[index];
        String rest = line.substring(at + WORD.length());
        String closer = CommentStyle.closer(opener);
        int close = closer.isEmpty() ? -1 : rest.indexOf(closer);
        String before = line.substring(0, at).stripTrailing();
        boolean alone = before.strip().length() <= opener.length() + 1
                && startsWith(before.strip(), opener)
                && (close < 0 || rest.substring(close + closer.length()).isBlank());
        AllowText text = AllowText.read(close < 0 ? rest : rest.substring(0, close), ids);
        int next = index;
        if (alone) {
            next = closer.isEmpty() || close >= 0 ? index + 1 : after(closer, index + 1);
            while (next < lines.length && next - index < REACH && style.onlyComment(lines[next])) {
                next++;
            }
        }
        add(index, at, lines(Math.min(next, lines.length - 1), text.id(), !alone), text);
    }

    private static boolean startsWith(String text, String opener) {
        return text.toLowerCase(Locale.ROOT).startsWith(opener);
    }

    /** The line behind the one with this text. */
    private int after(String closer, int from) {
        int line = from;
        while (line < lines.length && line - from < REACH && !lines[line].contains(closer)) {
            line++;
        }
        return line + 1;
    }

    /** @param backwards whether what goes on to this line counts, too */
    private Allowed.Scope lines(int index, String id, boolean backwards) {
        int first = index;
        while (backwards && first > 0 && index - first < REACH && style.goesOn(lines[first - 1])) {
            first--;
        }
        int last = index;
        while (last < lines.length - 1
                && last - index < REACH
                && (style.goesOn(lines[last]) || last > index && style.onlyComment(lines[last]))) {
            last++;
        }
        return new Allowed.Scope.Lines(file.path(), first + 1, last + 1, id);
    }

    private void add(int index, int at, Allowed.Scope scope, AllowText text) {
        Place place = Place.at(new Position(file.path(), index + 1, lines[index].codePointCount(0, at) + 1));
        found.add(new Allowed(place, scope, text.reason(), text.until(), text.problem()));
    }
}
