package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.shell.SimpleCommand.Assignment;
import io.github.migratemaven.scan.shell.SimpleCommand.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Simple commands: assignments, words and redirections. */
final class PosixSimple {
    private static final Set<String> DECLARING = Set.of("export", "local", "declare", "readonly", "typeset");

    /** Longest index of an array's element. */
    private static final int INDEX = 100;

    private final PosixParser parser;
    private final Cursor cursor;
    /** Past the last word or redirection of the command that was read last. */
    private int end;

    private boolean function;

    PosixSimple(PosixParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
    }

    Outcome read(Printed input, int stops) {
        List<Assignment> assignments = new ArrayList<>();
        List<RawWord> words = new ArrayList<>();
        List<Redirect> redirects = new ArrayList<>();
        boolean assigns = true;
        int last = cursor.at;
        while (true) {
            last = Math.max(last, cursor.at);
            cursor.skipBlanks();
            int c = cursor.peek();
            if (c == '#') {
                cursor.skipComment();
                break;
            }
            if (redirect(redirects)) {
                continue;
            }
            if (PosixWords.isMeta(c) && !(c == '<' || c == '>')) {
                if (c == '(' && words.size() == 1 && functionFollows(words.get(0))) {
                    new PosixCompounds(parser).define(words.get(0).plain(), stops);
                    end = cursor.at;
                    function = true;
                    return Outcome.UNKNOWN;
                }
                break;
            }
            if (assigns && assignment(assignments)) {
                continue;
            }
            RawWord word = parser.words.word();
            if (words.size() < Budget.WORDS) {
                words.add(word);
            }
            assigns = words.size() == 1 ? DECLARING.contains(String.valueOf(word.plain())) : assigns;
        }
        end = last;
        function = false;
        return parser.reading.run(new SimpleCommand(assignments, words, redirects), cursor.source, input, cursor.depth);
    }

    int end() {
        return end;
    }

    boolean wasFunction() {
        return function;
    }

    private boolean functionFollows(RawWord name) {
        if (name.plain() == null || cursor.peek() != '(') {
            return false;
        }
        int at = cursor.at;
        cursor.skip();
        cursor.skipBlanks();
        if (cursor.take(")")) {
            return true;
        }
        cursor.at = at;
        return false;
    }

    /** {@code NAME=value}, {@code NAME+=value}, {@code NAME=(a b)}; {@code NAME[1]=value} is passed over. */
    private boolean assignment(List<Assignment> assignments) {
        int end = cursor.nameEnd(cursor.at);
        if (end == cursor.at) {
            return false;
        }
        String name = cursor.text.substring(cursor.at, end);
        if (cursor.text.startsWith("[", end)) {
            int close = cursor.text
                    .substring(end, Math.min(cursor.text.length(), end + INDEX))
                    .indexOf("]=");
            if (close < 0) {
                return false;
            }
            end += close + 1;
            // An element is kept under no name that anything asks for.
            name = name + "[]";
        }
        boolean adds = cursor.text.startsWith("+=", end);
        if (!adds && !cursor.text.startsWith("=", end)) {
            return false;
        }
        cursor.at = end + (adds ? 2 : 1);
        Assignment assignment = cursor.peek() == '('
                ? new Assignment(name, null, elements(), adds)
                : new Assignment(name, parser.words.word(), null, adds);
        if (assignments.size() < Budget.WORDS) {
            assignments.add(assignment);
        }
        return true;
    }

    private List<RawWord> elements() {
        cursor.skip();
        List<RawWord> elements = new ArrayList<>();
        while (!cursor.ended()) {
            cursor.skipLines();
            if (cursor.take(")")) {
                break;
            }
            int before = cursor.at;
            RawWord word = parser.words.word();
            if (cursor.at == before) {
                cursor.skip();
            } else if (elements.size() < Budget.WORDS) {
                elements.add(word);
            }
        }
        return elements;
    }

    /** Words up to the end of the command: the list of a {@code for}. */
    List<RawWord> plainWords() {
        List<RawWord> words = new ArrayList<>();
        while (true) {
            cursor.skipBlanks();
            int before = cursor.at;
            if (cursor.peek() == '#') {
                return words;
            }
            RawWord word = parser.words.word();
            if (cursor.at == before) {
                return words;
            }
            if (words.size() < Budget.WORDS) {
                words.add(word);
            }
        }
    }

    /** Redirections behind a compound command. */
    SimpleCommand redirects() {
        List<Redirect> redirects = new ArrayList<>();
        int before;
        do {
            before = cursor.at;
            cursor.skipBlanks();
        } while (redirect(redirects));
        cursor.at = redirects.isEmpty() ? before : cursor.at;
        return new SimpleCommand(List.of(), List.of(), redirects);
    }

    private boolean redirect(List<Redirect> redirects) {
        int at = cursor.at;
        int digits = 0;
        while (digits < 4 && Character.isDigit(cursor.peek(digits))) {
            digits++;
        }
        boolean both = digits == 0 && cursor.peek() == '&' && cursor.peek(1) == '>';
        int c = cursor.peek(both ? 1 : digits);
        if (c != '<' && c != '>' || digits == 0 && !both && cursor.peek(1) == '(') {
            return false;
        }
        String descriptor = cursor.text.substring(at, at + digits);
        cursor.at = at + digits + (both ? 1 : 0);
        String operator = operator();
        cursor.skipBlanks();
        Redirect redirect;
        if (operator.equals("<<") || operator.equals("<<-")) {
            boolean strips = operator.endsWith("-");
            redirect = new Redirect("<<", descriptor, null, PosixHeredoc.read(parser, strips));
        } else {
            redirect = new Redirect(operator, descriptor, parser.words.word(), null);
        }
        if (redirects.size() < Budget.WORDS) {
            redirects.add(redirect);
        }
        return true;
    }

    private String operator() {
        for (String operator : List.of("<<<", "<<-", "<<", "<>", "<&", "<", ">>", ">|", ">&", ">")) {
            if (cursor.take(operator)) {
                return operator;
            }
        }
        return "";
    }
}
