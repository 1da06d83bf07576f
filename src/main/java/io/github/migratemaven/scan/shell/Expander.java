package io.github.migratemaven.scan.shell;

import io.github.migratemaven.scan.Source;
import java.util.ArrayList;
import java.util.List;

/** From words as written to words as a command gets them: variables replaced, split at blanks, quotes gone. */
final class Expander {
    /** As much of an expansion as is kept of what was written. */
    private static final int LONGEST = 2_000;

    private final Variables variables;
    private final Budget budget;
    private final Source source;
    /** Which of several possible values is meant. */
    private final int choice;

    private int choices = 1;

    private List<Field> fields;
    private Chars chars;
    private boolean begun;
    private boolean literal;
    private boolean constant;

    Expander(Variables variables, Budget budget, Source source, int choice) {
        this.variables = variables;
        this.budget = budget;
        this.source = source;
        this.choice = choice;
    }

    /** How many different results the words so far can have, a few at most. */
    int choices() {
        return choices;
    }

    List<Field> words(List<RawWord> words) {
        List<Field> all = new ArrayList<>();
        for (RawWord word : words) {
            all.addAll(split(word));
        }
        return all;
    }

    /** The fields that one word comes to: none, one or several. */
    List<Field> split(RawWord word) {
        begin();
        add(word, word, false);
        if (begun) {
            end(word);
        }
        if (fields.size() == 1) {
            fields.set(0, withOrigin(fields.get(0), word));
        }
        return fields;
    }

    /** A word that is one variable and nothing else stands where the variable's text was written down. */
    private Field withOrigin(Field field, RawWord word) {
        Part.Variable only = null;
        for (Part part : word.parts()) {
            boolean empty = part instanceof Part.Text text && text.chars().length() == 0;
            if (part instanceof Part.Variable variable && only == null) {
                only = variable;
            } else if (!empty) {
                return field;
            }
        }
        List<Traced> value = only == null || variables.isGiven(only.name()) ? null : value(only);
        boolean same = value != null && value.size() == 1 && value.get(0).text().equals(field.text());
        return same
                ? new Field(
                        field.chars(), field.text(), value.get(0), field.literal(), false, field.start(), field.end())
                : field;
    }

    /** As the value of an assignment: never split. */
    Field whole(RawWord word) {
        begin();
        add(word, word, true);
        begun = true;
        end(word);
        return fields.get(0);
    }

    private void begin() {
        fields = new ArrayList<>();
        restart();
    }

    private void restart() {
        chars = new Chars();
        begun = false;
        literal = true;
        constant = true;
    }

    private void end(RawWord word) {
        fields.add(new Field(chars, chars.text(), null, literal, constant, word.start(), word.end()));
        restart();
    }

    private void add(RawWord word, RawWord outer, boolean whole) {
        for (Part part : word.parts()) {
            if (part instanceof Part.Text text) {
                text(text, word != outer && !whole && !text.quoted(), outer);
            } else if (part instanceof Part.Opaque opaque) {
                asWritten(opaque.start(), opaque.end());
            } else if (part instanceof Part.Variable variable) {
                constant = false;
                variable(variable, outer, whole || variable.quoted());
            }
        }
    }

    /** @param splits whether blanks in it end words: it is the default of an unquoted variable */
    private void text(Part.Text text, boolean splits, RawWord outer) {
        String all = text.chars().text();
        if (!splits || all.chars().noneMatch(Cursor::isBlank)) {
            chars.add(text.chars());
            begun = true;
            return;
        }
        for (int i = 0; i < all.length(); i++) {
            if (!Cursor.isBlank(all.charAt(i))) {
                chars.add(all.charAt(i), text.chars().at(i));
                begun = true;
            } else if (begun) {
                end(outer);
                literal = false;
                constant = false;
            }
        }
    }

    private void asWritten(int start, int end) {
        chars.add(source.text(), start, Math.min(end, start + LONGEST), start);
        literal = false;
        constant = false;
        begun = true;
    }

    private void variable(Part.Variable variable, RawWord outer, boolean whole) {
        List<Traced> value = value(variable);
        boolean set = value != null;
        switch (variable.operator()) {
            case 'x' -> asWritten(variable.start(), variable.end());
            case '+' -> {
                if (set) {
                    add(variable.operand(), outer, whole);
                } else {
                    asWritten(variable.start(), variable.end());
                }
            }
            default -> {
                if (set) {
                    known(value, variable, outer, whole);
                } else if (variable.operand() != null) {
                    add(variable.operand(), outer, whole);
                    literal = false;
                } else {
                    asWritten(variable.start(), variable.end());
                }
            }
        }
    }

    private List<Traced> value(Part.Variable variable) {
        List<List<Traced>> known = variables.get(variable.name()).known();
        choices = Math.max(choices, known.size());
        List<Traced> value = known.isEmpty() ? null : known.get(Math.min(choice, known.size() - 1));
        boolean defaults = (variable.operator() == '-' || variable.operator() == '=') && variable.operand() != null;
        return defaults
                        && value != null
                        && value.size() == 1
                        && value.get(0).text().isEmpty()
                ? null
                : value;
    }

    private void known(List<Traced> value, Part.Variable variable, RawWord outer, boolean whole) {
        int elements = variable.all() ? value.size() : Math.min(1, value.size());
        for (int i = 0; i < elements; i++) {
            String text = value.get(i).text();
            if (!budget.spend(text.length())) {
                asWritten(variable.start(), variable.end());
                return;
            }
            if (i > 0 && begun) {
                end(outer);
            }
            literal &= text.indexOf('$') < 0 && !variables.get(variable.name()).open();
            if (whole) {
                chars.standing(text, variable.start());
                begun = true;
            } else {
                pieces(text, variable, outer);
            }
        }
    }

    /** Unquoted: blanks in the value end words. */
    private void pieces(String text, Part.Variable variable, RawWord outer) {
        int at = 0;
        while (at < text.length()) {
            int end = at;
            boolean blank = Cursor.isBlank(text.charAt(at));
            while (end < text.length() && Cursor.isBlank(text.charAt(end)) == blank) {
                end++;
            }
            if (!blank) {
                chars.standing(text.substring(at, end), variable.start());
                begun = true;
            } else if (begun) {
                end(outer);
            }
            at = end;
        }
    }
}
