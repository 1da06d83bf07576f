package io.github.migratemaven.scan.shell;

import static io.github.migratemaven.scan.shell.PosixParser.BRACE;
import static io.github.migratemaven.scan.shell.PosixParser.CASE_END;
import static io.github.migratemaven.scan.shell.PosixParser.DO;
import static io.github.migratemaven.scan.shell.PosixParser.DONE;
import static io.github.migratemaven.scan.shell.PosixParser.ELIF;
import static io.github.migratemaven.scan.shell.PosixParser.ELSE;
import static io.github.migratemaven.scan.shell.PosixParser.ESAC;
import static io.github.migratemaven.scan.shell.PosixParser.FI;
import static io.github.migratemaven.scan.shell.PosixParser.PAREN;
import static io.github.migratemaven.scan.shell.PosixParser.THEN;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Groups, branches, loops and functions. */
final class PosixCompounds {
    private static final Set<String> OPENING =
            Set.of("{", "if", "for", "select", "while", "until", "case", "function", "coproc", "[[");

    private final PosixParser parser;
    private final Cursor cursor;
    private final Reading reading;

    PosixCompounds(PosixParser parser) {
        this.parser = parser;
        this.cursor = parser.cursor;
        this.reading = parser.reading;
    }

    boolean begins() {
        return cursor.peek() == '(' || OPENING.contains(parser.keyword());
    }

    Outcome read(Printed input, int stops) {
        if (cursor.depth >= Budget.DEPTH) {
            cursor.at += cursor.peek() == '(' ? 1 : parser.keyword().length();
            return Outcome.UNKNOWN;
        }
        cursor.depth++;
        reading.openCapture();
        Outcome outcome = cursor.peek() == '(' ? parenthesis(stops) : word(parser.keyword(), input, stops);
        SimpleCommand redirected = parser.simple().redirects();
        reading.closeCapture(redirected, cursor.source);
        cursor.depth--;
        return outcome;
    }

    private Outcome parenthesis(int stops) {
        int end = cursor.peek(1) == '(' ? parser.words.arithmeticEnd(cursor.at) : -1;
        if (end >= 0) {
            String sum = cursor.text.substring(cursor.at + 2, end - 2).strip();
            cursor.at = end;
            return sum.equals("0") ? Outcome.FALSE : sum.equals("1") ? Outcome.TRUE : Outcome.UNKNOWN;
        }
        cursor.skip();
        int mark = reading.variables.mark();
        Outcome outcome = parser.list(Outline.Role.GROUP, stops | PAREN);
        reading.variables.takeBack(mark);
        cursor.take(")");
        return outcome == Outcome.ENDS ? Outcome.UNKNOWN : outcome;
    }

    private Outcome word(String word, Printed input, int stops) {
        cursor.at += word.length();
        return switch (word) {
            case "{" -> group(stops);
            case "if" -> branches(stops);
            case "for", "select" -> forLoop(stops);
            case "while" -> conditionLoop(Outcome.FALSE, stops);
            case "until" -> conditionLoop(Outcome.TRUE, stops);
            case "case" -> cases(stops);
            case "function" -> function(stops);
            case "[[" -> condition();
            default -> parser.command(input, stops);
        };
    }

    private Outcome group(int stops) {
        Outcome outcome = parser.list(Outline.Role.GROUP, stops | BRACE);
        parser.takeKeyword("}");
        return outcome;
    }

    private Outcome branches(int stops) {
        List<Map<String, Values>> left = new ArrayList<>();
        boolean taken = false;
        boolean allEnd = true;
        int inner = stops | THEN | ELIF | ELSE | FI;
        boolean more = true;
        while (more) {
            reading.dead += taken ? 1 : 0;
            Outcome condition = parser.list(Outline.Role.CONDITION, inner);
            reading.dead -= taken ? 1 : 0;
            parser.takeKeyword("then");
            allEnd &= branch(inner, taken || condition == Outcome.FALSE, left);
            taken |= condition == Outcome.TRUE;
            more = parser.takeKeyword("elif");
        }
        if (parser.takeKeyword("else")) {
            allEnd &= branch(inner, taken, left);
            taken = true;
        }
        parser.takeKeyword("fi");
        reading.variables.join(left, !taken);
        return taken && allEnd ? Outcome.ENDS : Outcome.UNKNOWN;
    }

    /** @return whether nothing that follows can be reached through it */
    private boolean branch(int stops, boolean dead, List<Map<String, Values>> left) {
        reading.dead += dead ? 1 : 0;
        int mark = reading.variables.mark();
        Outcome outcome = parser.list(Outline.Role.BRANCH, stops);
        Map<String, Values> changed = reading.variables.takeBack(mark);
        reading.dead -= dead ? 1 : 0;
        if (!dead && outcome != Outcome.ENDS) {
            left.add(changed);
        }
        return dead || outcome == Outcome.ENDS;
    }

    private Outcome forLoop(int stops) {
        boolean nothing = false;
        cursor.skipBlanks();
        if (cursor.looksAt("((")) {
            int end = parser.words.arithmeticEnd(cursor.at);
            cursor.at = end < 0 ? cursor.at + 2 : end;
        } else {
            RawWord name = parser.words.word();
            cursor.skipLines();
            if (parser.takeKeyword("in")) {
                List<RawWord> values = parser.simple().plainWords();
                nothing = values.isEmpty();
                if (name.plain() != null && reading.dead == 0) {
                    reading.loop(name.plain(), values, cursor.source);
                }
            }
        }
        cursor.skipLines();
        while (cursor.take(";")) {
            cursor.skipLines();
        }
        return body(nothing, stops);
    }

    private Outcome conditionLoop(Outcome never, int stops) {
        Outcome condition = parser.list(Outline.Role.CONDITION, stops | DO | DONE);
        return body(condition == never, stops);
    }

    private Outcome body(boolean dead, int stops) {
        boolean braces = !parser.takeKeyword("do") && parser.takeKeyword("{");
        List<Map<String, Values>> left = new ArrayList<>();
        branch(stops | (braces ? BRACE : DONE), dead, left);
        parser.takeKeyword(braces ? "}" : "done");
        reading.variables.join(left, true);
        return Outcome.UNKNOWN;
    }

    private Outcome cases(int stops) {
        cursor.skipBlanks();
        parser.words.word();
        cursor.skipLines();
        parser.takeKeyword("in");
        List<Map<String, Values>> left = new ArrayList<>();
        while (true) {
            cursor.skipLines();
            if (cursor.ended() || parser.takeKeyword("esac") || closesAnother(stops)) {
                break;
            }
            int before = cursor.at;
            patterns();
            branch(stops | CASE_END | ESAC, false, left);
            if (cursor.take(";;&") || cursor.take(";;") || cursor.take(";&")) {
                continue;
            }
            if (cursor.at == before) {
                cursor.skip();
            }
        }
        reading.variables.join(left, true);
        return Outcome.UNKNOWN;
    }

    /** A closing word of something around; {@code done)} is a pattern. */
    private boolean closesAnother(int stops) {
        int after = cursor.peek(parser.keyword().length());
        return (parser.closing() & stops & ~PAREN) != 0 && after != ')' && after != '|';
    }

    private void patterns() {
        cursor.take("(");
        while (!cursor.ended() && cursor.peek() != ')' && cursor.peek() != '\n') {
            cursor.skipBlanks();
            int before = cursor.at;
            parser.words.word();
            cursor.skipBlanks();
            if (cursor.at == before && cursor.peek() != ')' && cursor.peek() != '\n') {
                cursor.skip();
            }
        }
        cursor.take(")");
    }

    private Outcome function(int stops) {
        cursor.skipBlanks();
        RawWord name = parser.words.word();
        cursor.skipBlanks();
        if (cursor.take("(")) {
            cursor.skipBlanks();
            cursor.take(")");
        }
        define(name.plain(), stops);
        return Outcome.UNKNOWN;
    }

    /** The body of a function is read where it stands, not where it is called. */
    void define(String name, int stops) {
        cursor.skipLines();
        int start = cursor.at;
        int before = reading.count();
        reading.enterFunction(name);
        List<Map<String, Values>> left = new ArrayList<>();
        int mark = reading.variables.mark();
        if (cursor.depth < Budget.DEPTH) {
            cursor.depth++;
            parser.body(stops);
            cursor.depth--;
        }
        left.add(reading.variables.takeBack(mark));
        reading.variables.join(left, true);
        reading.leaveFunction(name, cursor.source, start, cursor.at, before);
    }

    /** {@code [[ … ]]}: nothing in it runs but substitutions. */
    private Outcome condition() {
        boolean goesOn = false;
        List<String> constants = new ArrayList<>();
        while (!cursor.ended()) {
            cursor.skipBlanks();
            int before = cursor.at;
            if (parser.takeKeyword("]]") || cursor.take("]]")) {
                return constants == null || constants.isEmpty() ? Outcome.UNKNOWN : Conditions.of(constants);
            }
            if (cursor.peek() == '\n') {
                if (!goesOn) {
                    break;
                }
                cursor.takeLineBreak();
                continue;
            }
            RawWord word = parser.words.word();
            if (cursor.at == before) {
                int c = cursor.peek();
                goesOn = c == '&' || c == '|' || c == '(';
                constants = null;
                cursor.skip();
            } else {
                goesOn = false;
                constants = with(constants, word.constant());
            }
        }
        return Outcome.UNKNOWN;
    }

    /** Null when a word is not constant, or there are more than a plain test has. */
    private static List<String> with(List<String> constants, String word) {
        if (constants == null || word == null || constants.size() > 4) {
            return null;
        }
        constants.add(word);
        return constants;
    }
}
