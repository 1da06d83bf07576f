package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;

/**
 * Reads POSIX shell text (Shell Command Language, 2.10 Shell Grammar) with bash's additions from top to bottom and hands each
 * simple command to the {@link Reading} as it is met. What is never closed is read as far as it goes; a closing word that
 * nothing opened is passed over; what is nested deeper than anybody writes is read as if it were not nested.
 */
final class PosixParser {
    static final int PAREN = 1;
    static final int BRACE = 2;
    static final int THEN = 4;
    static final int ELIF = 8;
    static final int ELSE = 16;
    static final int FI = 32;
    static final int DO = 64;
    static final int DONE = 128;
    static final int ESAC = 256;
    static final int CASE_END = 512;

    final Reading reading;
    final Cursor cursor;
    final PosixWords words;
    /** Told of how the commands hang together. */
    final Outline outline;

    private final PosixCompounds compounds;
    private final PosixSimple simple;

    PosixParser(Reading reading, Source source, int depth) {
        this(reading, source, depth, Outline.ignored());
    }

    PosixParser(Reading reading, Source source, int depth, Outline outline) {
        this.outline = outline;
        this.reading = reading;
        this.cursor = new Cursor(source, depth);
        this.words = new PosixWords(cursor, this);
        this.compounds = new PosixCompounds(this);
        this.simple = new PosixSimple(this);
    }

    Outcome readAll() {
        Outcome last = Outcome.UNKNOWN;
        while (!cursor.ended()) {
            int before = cursor.at;
            last = commands(0);
            if (cursor.at == before) {
                cursor.skip();
            }
        }
        return last;
    }

    /** Commands up to one of the closing words that somebody around waits for. */
    Outcome list(Outline.Role role, int stops) {
        outline.openSequence(role);
        Outcome outcome = commands(stops);
        outline.closeSequence();
        return outcome;
    }

    private Outcome commands(int stops) {
        Outcome last = Outcome.UNKNOWN;
        boolean ended = false;
        while (true) {
            separators(stops);
            if (cursor.ended() || (closing() & stops) != 0) {
                break;
            }
            if (closing() != 0) {
                takeClosing();
                continue;
            }
            int before = cursor.at;
            last = andOr(stops);
            if (last == Outcome.ENDS && !ended) {
                ended = true;
                reading.dead++;
            }
            if (cursor.at == before) {
                cursor.skip();
            }
        }
        reading.dead -= ended ? 1 : 0;
        return ended ? Outcome.ENDS : last;
    }

    private void separators(int stops) {
        while (true) {
            cursor.skipLines();
            int c = cursor.peek();
            if (c == ';' && (cursor.peek(1) == ';' || cursor.peek(1) == '&') && (stops & CASE_END) != 0) {
                return;
            }
            if (c != ';' && c != '&' || c == '&' && cursor.peek(1) == '>') {
                return;
            }
            cursor.skip();
        }
    }

    /** Which closing word stands at the cursor; 0 for none. */
    int closing() {
        int c = cursor.peek();
        if (c == ')') {
            return PAREN;
        }
        if (c == ';' && (cursor.peek(1) == ';' || cursor.peek(1) == '&')) {
            return CASE_END;
        }
        return switch (keyword()) {
            case "}" -> BRACE;
            case "then" -> THEN;
            case "elif" -> ELIF;
            case "else" -> ELSE;
            case "fi" -> FI;
            case "do" -> DO;
            case "done" -> DONE;
            case "esac" -> ESAC;
            default -> 0;
        };
    }

    private void takeClosing() {
        int c = cursor.peek();
        cursor.at += c == ')' || c == ';' ? 1 : keyword().length();
    }

    boolean takeKeyword(String word) {
        if (keyword().equals(word)) {
            cursor.at += word.length();
            return true;
        }
        return false;
    }

    /** The reserved word at the cursor; empty string for none. */
    String keyword() {
        int c = cursor.peek();
        int length = 0;
        if (c == '{' || c == '}' || c == '!') {
            length = 1;
        } else if (c == '[' && cursor.peek(1) == '[') {
            length = 2;
        } else {
            while (length < 9 && cursor.peek(length) >= 'a' && cursor.peek(length) <= 'z') {
                length++;
            }
        }
        return length > 0 && PosixWords.isMeta(cursor.peek(length))
                ? cursor.text.substring(cursor.at, cursor.at + length)
                : "";
    }

    private Outcome andOr(int stops) {
        outline.openChain();
        Outcome outcome = chain(stops);
        outline.closeChain();
        return outcome;
    }

    private Outcome chain(int stops) {
        Outcome left = pipeline("", stops);
        while (true) {
            cursor.skipBlanks();
            boolean and = cursor.looksAt("&&");
            if (!and && !cursor.looksAt("||")) {
                boolean background = cursor.peek() == '&' && cursor.peek(1) != '>';
                return background ? Outcome.UNKNOWN : left;
            }
            cursor.at += 2;
            cursor.skipLines();
            if ((closing() & stops) != 0) {
                return left;
            }
            left = left == Outcome.UNKNOWN ? uncertain(and, stops) : certain(left, and, stops);
        }
    }

    private Outcome uncertain(boolean and, int stops) {
        int mark = reading.variables.mark();
        Outcome right = pipeline(and ? "&&" : "||", stops);
        reading.variables.join(java.util.List.of(reading.variables.takeBack(mark)), true);
        Outcome decisive = and ? Outcome.FALSE : Outcome.TRUE;
        return right == decisive ? right : Outcome.UNKNOWN;
    }

    private Outcome certain(Outcome left, boolean and, int stops) {
        boolean dead = left == Outcome.ENDS || left == (and ? Outcome.FALSE : Outcome.TRUE);
        reading.dead += dead ? 1 : 0;
        Outcome right = pipeline(and ? "&&" : "||", stops);
        reading.dead -= dead ? 1 : 0;
        return dead ? left : right;
    }

    private Outcome pipeline(String operator, int stops) {
        boolean not = false;
        cursor.skipBlanks();
        int start = cursor.at;
        while (true) {
            cursor.skipBlanks();
            if (takeKeyword("!")) {
                not = !not;
            } else if (keyword().equals("time") && cursor.peek(4) != '\n') {
                cursor.at += 4;
                cursor.skipBlanks();
                if (cursor.looksAt("-p ")) {
                    cursor.at += 3;
                }
            } else {
                break;
            }
        }
        outline.openMember(operator, not, start);
        Outcome outcome = command(null, stops);
        boolean piped = false;
        while (true) {
            cursor.skipBlanks();
            if (cursor.peek() != '|' || cursor.peek(1) == '|') {
                break;
            }
            piped = true;
            cursor.at += cursor.peek(1) == '&' ? 2 : 1;
            cursor.skipLines();
            Printed before = reading.takePrinted();
            if ((closing() & stops) == 0) {
                outcome = command(before, stops);
            }
        }
        outline.closeMember();
        reading.keepPrinted();
        outcome = piped && outcome == Outcome.ENDS ? Outcome.UNKNOWN : outcome;
        return not ? outcome.not() : outcome;
    }

    /** @param input what is piped into it; null for nothing that is known */
    Outcome command(Printed input, int stops) {
        cursor.skipBlanks();
        int start = cursor.at;
        outline.openPart();
        boolean compound = compounds.begins();
        Outcome outcome = compound ? compounds.read(input, stops) : simple.read(input, stops);
        int end = compound ? blanksBefore(cursor.at, start) : simple.end();
        outline.closePart(start, end, compound || simple.wasFunction());
        return outcome;
    }

    /** The command that a function is. */
    void body(int stops) {
        outline.openSequence(Outline.Role.BRANCH);
        outline.openChain();
        outline.openMember("", false, cursor.at);
        command(null, stops);
        outline.closeMember();
        outline.closeChain();
        outline.closeSequence();
    }

    private int blanksBefore(int end, int start) {
        int last = end;
        while (last > start && Cursor.isBlank(cursor.text.charAt(last - 1))) {
            last--;
        }
        return last;
    }

    PosixSimple simple() {
        return simple;
    }

    /** Commands up to the parenthesis that closes a substitution. */
    void substituted() {
        cursor.depth++;
        reading.openCapture();
        int mark = reading.variables.mark();
        while (true) {
            list(Outline.Role.SUBSTITUTION, PAREN);
            if (cursor.ended() || cursor.take(")")) {
                break;
            }
            cursor.skip();
        }
        reading.variables.takeBack(mark);
        reading.closeCapture();
        cursor.depth--;
    }

    /** A text within this one: what stands in backticks. */
    void inner(Source text) {
        if (cursor.depth < Budget.DEPTH && reading.budget.spend(text.text().length())) {
            reading.openCapture();
            int mark = reading.variables.mark();
            new PosixParser(reading, text, cursor.depth + 1).readAll();
            reading.variables.takeBack(mark);
            reading.closeCapture();
        }
    }
}
