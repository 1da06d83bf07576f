package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.files.CodeConditions.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The brackets that a token of code is in, and under which conditions. */
final class CodeScopes {
    private static final int LOOK_BACK = 30;
    private static final int LARGEST_OBJECT = 400;

    private final List<CodeToken> tokens;
    private final String text;
    private final List<Scope> open = new ArrayList<>();
    /** Of the {@code if} whose statement comes next. */
    private Where pending = Where.ANYWHERE;

    private int pendingFrom;
    private int pendingDepth;

    /** A bracket that is not closed yet. */
    private static final class Scope {
        final int at;
        final Where condition;
        Where where;

        Scope(int at, Where where, Where condition) {
            this.at = at;
            this.where = where;
            this.condition = condition;
        }
    }

    CodeScopes(List<CodeToken> tokens, String text) {
        this.tokens = tokens;
        this.text = text;
        open.add(new Scope(-1, Where.ANYWHERE, Where.ANYWHERE));
    }

    /** Goes on to the next token; to be called for each, in order. */
    void pass(int at) {
        CodeToken token = tokens.get(at);
        if (pending != Where.ANYWHERE && statementIsOver(at)) {
            pending = Where.ANYWHERE;
        }
        if (CodeValue.opens(token)) {
            boolean block = pending != Where.ANYWHERE && at == pendingFrom && token.is("{");
            Where condition = block ? pending : Where.ANYWHERE;
            open.add(new Scope(at, block && pending == Where.DEVELOPMENT ? Where.DEVELOPMENT : inside(at), condition));
            if (block) {
                pending = Where.ANYWHERE;
            }
        } else if (CodeValue.closes(token) && open.size() > 1) {
            close(open.remove(open.size() - 1), at);
        }
    }

    private void close(Scope closed, int at) {
        if (tokens.get(at).is(")") && closed.at > 0 && tokens.get(closed.at - 1).is("if")) {
            expect(CodeConditions.of(tokens.subList(closed.at + 1, at)), at + 1);
            if (pending == Where.PRODUCTION && leaves(at + 1, at + 2)) {
                top().where = Where.DEVELOPMENT;
            }
        } else if (closed.condition != Where.ANYWHERE) {
            if (closed.condition == Where.PRODUCTION && leaves(Math.max(closed.at, at - 14), at)) {
                top().where = Where.DEVELOPMENT;
            }
            if (at + 1 < tokens.size() && tokens.get(at + 1).is("else")) {
                expect(closed.condition.not(), at + 2);
            }
        }
    }

    private void expect(Where where, int from) {
        pending = where;
        pendingFrom = from;
        pendingDepth = open.size();
    }

    /** {@code if (production) return;}: what follows is not for production. */
    private boolean leaves(int from, int to) {
        for (int i = from; i < to && i < tokens.size(); i++) {
            CodeToken token = tokens.get(i);
            boolean exits = token.is("process")
                    && i + 2 < tokens.size()
                    && tokens.get(i + 2).is("exit");
            if (token.is("return") || token.is("throw") || exits) {
                return true;
            }
        }
        return false;
    }

    private boolean statementIsOver(int at) {
        if (at <= pendingFrom || open.size() > pendingDepth) {
            return false;
        }
        CodeToken before = tokens.get(at - 1);
        boolean newLine = text.substring(before.start(), tokens.get(at).start()).indexOf('\n') >= 0;
        boolean goesOn = tokens.get(at).kind() == CodeToken.Kind.SIGN
                || before.kind() == CodeToken.Kind.SIGN && !before.is(")") && !before.is("]") && !before.is("}");
        return before.is(";") || open.size() < pendingDepth || newLine && !goesOn;
    }

    private Where inside(int at) {
        if (where() == Where.DEVELOPMENT || named(at) || declared(at)) {
            return Where.DEVELOPMENT;
        }
        boolean conditional =
                at > 0 && (tokens.get(at - 1).is("&&") || tokens.get(at - 1).is("?"));
        if (!conditional) {
            return Where.ANYWHERE;
        }
        int from = at - 1;
        while (from > top().at + 1
                && at - from < LOOK_BACK
                && !tokens.get(from - 1).is(",")) {
            from--;
        }
        return CodeConditions.of(tokens.subList(from, at - 1)) == Where.DEVELOPMENT
                ? Where.DEVELOPMENT
                : Where.ANYWHERE;
    }

    /** {@code test: {…}}. */
    private boolean named(int at) {
        return at > 1
                && tokens.get(at - 1).is(":")
                && !NameEvidence.ofName(tokens.get(at - 2).text()).isEmpty();
    }

    /** {@code const testSource = new DataSource({…})}. */
    private boolean declared(int at) {
        for (int i = at - 1; i > 0 && at - i < 12 && !tokens.get(i).is(";"); i--) {
            if (tokens.get(i - 1).is("const")
                    || tokens.get(i - 1).is("let")
                    || tokens.get(i - 1).is("var")) {
                return CodeSwitches.CodeNames.words(tokens.get(i).text()).stream()
                        .anyMatch(word -> !NameEvidence.ofName(word).isEmpty());
            }
        }
        return false;
    }

    private Scope top() {
        return open.get(open.size() - 1);
    }

    /** Whether the token that was passed last is only for development. */
    Where where() {
        return pending == Where.DEVELOPMENT ? Where.DEVELOPMENT : top().where;
    }

    /** The function or class whose argument list holds the innermost object. */
    Optional<String> caller() {
        for (int i = open.size() - 1; i > 0; i--) {
            int at = open.get(i).at;
            if (tokens.get(at).is("(") && at > 0) {
                return Optional.of(tokens.get(at - 1).text());
            }
        }
        return Optional.empty();
    }

    /** Properties of the innermost object whose values are literals. */
    Map<String, String> literals() {
        Map<String, String> found = new LinkedHashMap<>();
        int depth = 0;
        int start = top().at + 1;
        for (int i = start; i + 2 < tokens.size() && i - start < LARGEST_OBJECT && depth >= 0; i++) {
            CodeToken token = tokens.get(i);
            depth += CodeValue.opens(token) ? 1 : CodeValue.closes(token) ? -1 : 0;
            CodeToken value = tokens.get(i + 2);
            boolean literal = value.kind() == CodeToken.Kind.STRING || value.is("true") || value.is("false");
            if (depth == 0
                    && token.kind() != CodeToken.Kind.SIGN
                    && tokens.get(i + 1).is(":")
                    && literal) {
                found.put(token.text(), value.text());
            }
        }
        return found;
    }
}
