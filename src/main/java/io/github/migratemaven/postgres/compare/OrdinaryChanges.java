package io.github.migratemaven.postgres.compare;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements for differences that two catalogues show word by word: plain tables, their columns, constraints, indexes and
 * triggers, views, functions, comments. Whether they lead there is for the server to say: they are a guess until it has.
 */
final class OrdinaryChanges {
    private static final String NAME = DescribedStatement.NAME;
    private static final String PART = DescribedStatement.PART;

    /** A catalogue's words for a table without options, inheritance, partitions and row security. */
    private static final String PLAIN = "r | p";

    private static final String VIEW = "v | p | ";

    private static final Pattern KNOWN = Pattern.compile(
            "(?:table|column|constraint|index|trigger|view|function|comment on|privileges on function) ");
    static final Pattern COLUMN = Pattern.compile("column (" + PART + "\\." + PART + ")\\.(" + PART + ")");
    private static final Pattern ON_TABLE = Pattern.compile("(constraint|trigger) (" + PART + ") on (" + NAME + ")");
    private static final Pattern INDEX =
            Pattern.compile("CREATE (?:UNIQUE )?INDEX (" + PART + ") ON (" + NAME + ") .*", Pattern.DOTALL);
    private static final Pattern SPECIAL_INDEX =
            Pattern.compile(".*( INVALID| CLUSTER| REPLICA IDENTITY| attached to " + NAME + ")", Pattern.DOTALL);
    private static final Pattern QUALIFIED = Pattern.compile("(" + PART + "\\.)" + PART);
    private static final Pattern KEY = Pattern.compile("(?:UNIQUE|PRIMARY KEY|EXCLUDE)\\b.*", Pattern.DOTALL);
    private static final Pattern DEPENDENT = Pattern.compile(".* (?:derived|inherited)", Pattern.DOTALL);

    /** In the order in which they run. */
    private enum Kind {
        DROP_TRIGGER,
        DROP_FOREIGN_KEY,
        DROP_VIEW,
        DROP_CONSTRAINT,
        DROP_INDEX,
        DROP_TABLE,
        DROP_COLUMN,
        DROP_FUNCTION,
        TABLE,
        COLUMN,
        FUNCTION,
        VIEW,
        INDEX,
        KEY,
        CHECK,
        FOREIGN_KEY,
        TRIGGER
    }

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final TreeSet<String> keys;
    private final Map<Kind, List<String>> statements = new EnumMap<>(Kind.class);
    private boolean ordinary = true;

    OrdinaryChanges(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
        keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        keys.removeIf(key -> Objects.equals(before.get(key), after.get(key)));
    }

    /** Whether all is of a kind that is known here: cheaper to ask than {@link #statements}. */
    boolean possible() {
        return keys.stream().allMatch(key -> KNOWN.matcher(key).lookingAt());
    }

    /** The tables that have columns which are new or different: their details are needed. */
    List<String> tablesToBe() {
        return tables(keys, after::containsKey);
    }

    /** The tables that have columns which will be different: what they are now is needed, too. */
    List<String> tablesNow() {
        return tables(keys, key -> before.containsKey(key) && after.containsKey(key));
    }

    static List<String> tables(Set<String> keys, Predicate<String> which) {
        return keys.stream()
                .filter(which)
                .map(COLUMN::matcher)
                .filter(Matcher::matches)
                .map(column -> column.group(1))
                .distinct()
                .toList();
    }

    /**
     * @param was details of the columns of {@link #tablesNow}
     * @param is of those of {@link #tablesToBe}, in their order
     * @return what can be said, whatever it leaves out: see {@link #isAll}
     */
    List<String> statements(Map<String, ColumnDetail> was, Map<String, ColumnDetail> is) {
        OrdinaryColumns columns = new OrdinaryColumns(before, after, keys, was, is);
        statements.put(Kind.TABLE, columns.tables());
        statements.put(Kind.COLUMN, columns.changes());
        statements.put(Kind.DROP_COLUMN, columns.drops());
        for (String key : keys) {
            if (!implied(key)) {
                change(key, before.get(key), after.get(key));
            }
        }
        List<String> all = new ArrayList<>();
        statements.values().forEach(all::addAll);
        List<String> comments = new OrdinaryComments(before, after).of(keys);
        ordinary = ordinary && columns.ordinary() && !comments.contains("");
        comments.stream().filter(comment -> !comment.isEmpty()).forEach(all::add);
        return all;
    }

    /** Whether the statements, once they have been asked for, are about all that differs. */
    boolean isAll() {
        return ordinary;
    }

    private void change(String key, String old, String wanted) {
        Matcher part = ON_TABLE.matcher(key);
        if (key.startsWith("table ")) {
            // What a new one has is among the columns.
            dropOrRefuse("TABLE", Kind.DROP_TABLE, key.substring(6), old, wanted);
        } else if (part.matches() && part.group(1).equals("constraint")) {
            constraint(part.group(2), part.group(3), old, wanted);
        } else if (part.matches()) {
            trigger(part.group(2), part.group(3), old, wanted);
        } else if (key.startsWith("index ")) {
            index(key.substring(6), old, wanted);
        } else if (key.startsWith("view ")) {
            view(key.substring(5), old, wanted);
        } else if (key.startsWith("function ")) {
            function(key.substring(9), old, wanted);
        } else if (!key.startsWith("column ") && !key.startsWith("comment on ")) {
            ordinary = false;
        }
    }

    /** Whether it comes or goes with another. */
    private boolean implied(String key) {
        Matcher part = ON_TABLE.matcher(key);
        if (key.startsWith("privileges on function ")) {
            String function = key.substring("privileges on ".length());
            return before.containsKey(function) != after.containsKey(function);
        }
        if (part.matches()) {
            boolean uses = part.group(1).equals("constraint") && loses(key, part.group(3));
            return gone(part.group(3)) || uses;
        }
        if (key.startsWith("index ")) {
            Matcher index = INDEX.matcher(after.getOrDefault(key, before.get(key)));
            return index.matches() && impliedIndex(key, index.group(1), index.group(2));
        }
        return false;
    }

    private boolean impliedIndex(String key, String name, String table) {
        String constraint = "constraint " + name + " on " + table;
        boolean ofKey = KEY.matcher(after.getOrDefault(constraint, before.getOrDefault(constraint, "")))
                .matches();
        return gone(table) || ofKey && keys.contains(constraint) || loses(key, table);
    }

    /** Whether it goes because a column does that its definition names. */
    private boolean loses(String key, String table) {
        String definition = before.get(key);
        return definition != null
                && !after.containsKey(key)
                && keys.stream()
                        .filter(k -> !after.containsKey(k))
                        .map(COLUMN::matcher)
                        .anyMatch(c -> c.matches()
                                && c.group(1).equals(table)
                                && definition.matches(
                                        "(?s).*(?<![\\w.\"])" + Pattern.quote(c.group(2)) + "(?![\\w\"]).*"));
    }

    private void constraint(String name, String table, String old, String wanted) {
        String drop = "ALTER TABLE " + table + "\n\tDROP CONSTRAINT " + name;
        String open = " NOT VALID not validated";
        ordinary = ordinary && plain(table, before, after);
        if (dependent(old) || dependent(wanted)) {
            ordinary = false;
        } else if (wanted != null && old != null && old.equals(wanted + open)) {
            add(Kind.CHECK, "ALTER TABLE " + table + "\n\tVALIDATE CONSTRAINT " + name);
        } else {
            if (old != null) {
                add(old.startsWith("FOREIGN KEY") ? Kind.DROP_FOREIGN_KEY : Kind.DROP_CONSTRAINT, drop);
            }
            if (wanted != null) {
                String definition = wanted.endsWith(open)
                        ? wanted.substring(0, wanted.length() - open.length()) + " NOT VALID"
                        : wanted;
                Kind kind = wanted.startsWith("FOREIGN KEY")
                        ? Kind.FOREIGN_KEY
                        : KEY.matcher(wanted).matches() ? Kind.KEY : Kind.CHECK;
                add(kind, "ALTER TABLE " + table + "\n\tADD CONSTRAINT " + name + " " + definition);
            } else if (KEY.matcher(old).matches()) {
                indexThatStays(name, table);
            }
        }
    }

    /** A key takes its index with it. */
    private void indexThatStays(String name, String table) {
        Matcher qualified = QUALIFIED.matcher(table);
        String index = qualified.matches() ? after.get("index " + qualified.group(1) + name) : null;
        if (index != null) {
            add(Kind.INDEX, index);
        }
    }

    private void index(String name, String old, String wanted) {
        if (special(old) || special(wanted)) {
            ordinary = false;
            return;
        }
        if (old != null) {
            add(Kind.DROP_INDEX, "DROP INDEX " + name);
        }
        if (wanted != null) {
            add(Kind.INDEX, wanted);
        }
    }

    private void trigger(String name, String table, String old, String wanted) {
        if (!enabled(old) || !enabled(wanted)) {
            ordinary = false;
            return;
        }
        if (old != null) {
            add(Kind.DROP_TRIGGER, "DROP TRIGGER " + name + " ON " + table);
        }
        if (wanted != null) {
            add(Kind.TRIGGER, wanted.substring(0, wanted.length() - 2));
        }
    }

    private void view(String name, String old, String wanted) {
        if (wanted == null) {
            dropOrRefuse("VIEW", Kind.DROP_VIEW, name, old, null);
        } else if (wanted.startsWith(VIEW + " SELECT ")) {
            String query = wanted.substring(VIEW.length()).replaceFirst(";\\s*$", "");
            add(Kind.VIEW, (old == null ? "CREATE" : "CREATE OR REPLACE") + " VIEW " + name + " AS\n" + query);
        } else {
            ordinary = false;
        }
    }

    private void function(String name, String old, String wanted) {
        String text = wanted == null ? old : wanted;
        if (!text.matches("(?s)CREATE OR REPLACE (FUNCTION|PROCEDURE) .*")) {
            ordinary = false;
        } else if (wanted == null) {
            add(Kind.DROP_FUNCTION, "DROP " + text.split(" ", 5)[3] + " " + name);
        } else {
            add(Kind.FUNCTION, wanted.stripTrailing());
        }
    }

    private void dropOrRefuse(String kind, Kind phase, String name, String old, String wanted) {
        if (wanted == null && (old.equals(PLAIN) || old.startsWith(VIEW))) {
            add(phase, "DROP " + kind + " " + name);
        } else if (wanted == null || old != null || !wanted.equals(PLAIN)) {
            ordinary = false;
        }
    }

    private void add(Kind kind, String sql) {
        statements.computeIfAbsent(kind, k -> new ArrayList<>()).add(sql);
    }

    static boolean gone(String table, Map<String, String> before, Map<String, String> after) {
        return before.containsKey("table " + table) && !after.containsKey("table " + table);
    }

    private boolean gone(String table) {
        return gone(table, before, after);
    }

    /** Whether it is without options, inheritance, partitions and row security, and was if it was there. */
    static boolean plain(String table, Map<String, String> before, Map<String, String> after) {
        return PLAIN.equals(after.get("table " + table)) && PLAIN.equals(before.getOrDefault("table " + table, PLAIN));
    }

    private static boolean dependent(String definition) {
        return definition != null && DEPENDENT.matcher(definition).matches();
    }

    private static boolean special(String definition) {
        return definition != null
                && (SPECIAL_INDEX.matcher(definition).matches()
                        || !INDEX.matcher(definition).matches());
    }

    private static boolean enabled(String definition) {
        return definition == null || definition.endsWith(" O");
    }
}
