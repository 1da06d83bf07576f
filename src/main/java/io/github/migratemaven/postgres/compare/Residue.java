package io.github.migratemaven.postgres.compare;

import io.github.migratemaven.model.CatalogueChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Differences of two catalogues that pgcodekeeper does not see. */
final class Residue {
    private static final Pattern CONSTRAINT = Pattern.compile("constraint (.+) on (" + DescribedStatement.NAME + ")");

    /** On the index of a key, for one: pgcodekeeper knows the key only. */
    private static final Pattern COMMENT = Pattern.compile("comment on relation (" + DescribedStatement.NAME + ")");

    private static final Pattern TABLE = Pattern.compile("table (" + DescribedStatement.NAME + ")");
    /** pgcodekeeper leaves a column's out where the table's include them, and the server has both. */
    private static final Pattern COLUMN_PRIVILEGES = Pattern.compile(
            "privileges on column (" + DescribedStatement.NAME + ")\\.(" + DescribedStatement.PART + ")");

    private static final Pattern DEFAULT_PRIVILEGES =
            Pattern.compile("privileges on default privileges of (.+) on (\\w) (.+)");

    private static final Pattern STORAGE = Pattern.compile(" storage ([pemx])\\b");

    private static final Pattern REPLICA_IDENTITY = Pattern.compile(" \\| replica identity ([fni])(?= |$)");
    private static final Pattern IDENTIFYING = Pattern.compile(
            "CREATE UNIQUE INDEX (" + DescribedStatement.PART + ") ON (?:ONLY )?(" + DescribedStatement.NAME
                    + ") USING .* REPLICA IDENTITY(?: attached to .*)?",
            Pattern.DOTALL);

    private final Map<String, String> before;
    private final Map<String, String> after;
    private final List<CatalogueChange> changes = new ArrayList<>();

    Residue(Map<String, String> before, Map<String, String> after) {
        this.before = before;
        this.after = after;
    }

    List<CatalogueChange> changes() {
        TreeSet<String> keys = new TreeSet<>(before.keySet());
        keys.addAll(after.keySet());
        for (String key : keys) {
            String old = before.get(key);
            String wanted = after.get(key);
            if (Objects.equals(old, wanted)) {
                continue;
            }
            Matcher constraint = CONSTRAINT.matcher(key);
            Matcher comment = COMMENT.matcher(key);
            Matcher defaults = DEFAULT_PRIVILEGES.matcher(key);
            Matcher column = OrdinaryChanges.COLUMN.matcher(key);
            Matcher privileges = COLUMN_PRIVILEGES.matcher(key);
            if (constraint.matches() && !domain(key) && old != null && wanted != null) {
                constraint(constraint.group(1), constraint.group(2), old, wanted);
            } else if (comment.matches() && before.containsKey("index " + comment.group(1))) {
                add("COMMENT ON INDEX " + comment.group(1) + " IS " + literal(wanted));
            } else if (privileges.matches()) {
                String on = " (" + privileges.group(2) + ") ON TABLE " + privileges.group(1);
                privileges("", on, granted(old), granted(wanted));
            } else if (defaults.matches()) {
                defaultPrivileges(defaults, granted(old), granted(wanted));
            } else if (domain(key)) {
                domainConstraint(constraint, old, wanted);
            } else if (column.matches() && old != null && wanted != null) {
                storage(column.group(1), column.group(2), old, wanted);
            } else if (old != null && wanted != null) {
                replicaIdentity(key, old, wanted);
            }
        }
        return changes;
    }

    /** Validated, and not to be, or the other way round: for a rollback. */
    private void constraint(String name, String table, String old, String wanted) {
        boolean derived = wanted.contains(" derived") || wanted.contains(" inherited");
        if (!derived && before.containsKey("table " + table)) {
            String definition = wanted.replaceFirst(" not validated\\s*$", "").strip();
            if (old.strip().equals(wanted.strip() + " NOT VALID not validated")) {
                // A deferrable foreign key that is not valid: pgcodekeeper's grammar does not know the two together.
                add("ALTER TABLE " + table + "\n\tVALIDATE CONSTRAINT " + name);
            } else if (old.strip().equals(definition.replaceFirst(" NOT VALID$", ""))
                    || definition.equals(old.strip())) {
                add("ALTER TABLE " + table + "\n\tDROP CONSTRAINT " + name);
                add("ALTER TABLE " + table + "\n\tADD CONSTRAINT " + name + " " + definition);
            }
        }
    }

    private void privileges(String start, String on, Set<String> old, Set<String> wanted) {
        for (String one : old) {
            if (!wanted.contains(one)) {
                add(start + "REVOKE " + privilege(one) + on + " FROM " + grantee(one));
            }
        }
        for (String one : wanted) {
            if (!old.contains(one)) {
                add(start + "GRANT " + privilege(one) + on + " TO " + grantee(one)
                        + (one.endsWith("*") ? " WITH GRANT OPTION" : ""));
            }
        }
    }

    private void defaultPrivileges(Matcher key, Set<String> old, Set<String> wanted) {
        String on = switch (key.group(2)) {
            case "r" -> "TABLES";
            case "S" -> "SEQUENCES";
            case "f" -> "FUNCTIONS";
            default -> "TYPES";
        };
        String start = "ALTER DEFAULT PRIVILEGES FOR ROLE " + key.group(1) + " IN SCHEMA " + key.group(3) + "\n\t";
        privileges(start, " ON " + on, old, wanted);
    }

    private boolean domain(String key) {
        Matcher constraint = CONSTRAINT.matcher(key);
        return constraint.matches()
                && before.containsKey("domain " + constraint.group(2))
                && after.containsKey("domain " + constraint.group(2));
    }

    private void domainConstraint(Matcher constraint, String old, String wanted) {
        String start = "ALTER DOMAIN " + constraint.group(2) + "\n\t";
        if (old != null) {
            add(start + "DROP CONSTRAINT " + constraint.group(1));
        }
        if (wanted != null) {
            add(start + "ADD CONSTRAINT " + constraint.group(1) + " " + wanted.replaceFirst(" not validated$", ""));
        }
    }

    /** How long values are kept; pgcodekeeper does not go back to what the type says. */
    private void storage(String table, String column, String old, String wanted) {
        String word = storage(wanted);
        if (!word.equals(storage(old))) {
            add("ALTER TABLE " + table + "\n\tALTER COLUMN " + column + " SET STORAGE " + word);
        }
    }

    private static String storage(String definition) {
        Matcher storage = STORAGE.matcher(definition);
        String letter = storage.find() ? storage.group(1) : "";
        return switch (letter) {
            case "p" -> "PLAIN";
            case "e" -> "EXTERNAL";
            case "m" -> "MAIN";
            case "x" -> "EXTENDED";
            default -> "DEFAULT";
        };
    }

    /** Each {@code role: PRIVILEGE}, with a star where it may be passed on. */
    private static Set<String> granted(String definition) {
        return definition == null ? Set.of() : new TreeSet<>(List.of(definition.split(", ")));
    }

    private static String privilege(String granted) {
        String word = granted.substring(granted.lastIndexOf(": ") + 2);
        return word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
    }

    private static String grantee(String granted) {
        String role = granted.substring(0, granted.lastIndexOf(": "));
        return role.equals("public") ? "PUBLIC" : role;
    }

    /** What logical replication knows a row by. */
    private void replicaIdentity(String key, String old, String wanted) {
        Matcher table = TABLE.matcher(key);
        Matcher index = IDENTIFYING.matcher(wanted);
        if (index.matches() && !IDENTIFYING.matcher(old).matches()) {
            add("ALTER TABLE " + index.group(2) + "\n\tREPLICA IDENTITY USING INDEX " + index.group(1));
        } else if (table.matches()) {
            String kind = replicaIdentity(wanted);
            if (!kind.equals(replicaIdentity(old)) && !kind.equals("i")) {
                String word = kind.isEmpty() ? "DEFAULT" : kind.equals("f") ? "FULL" : "NOTHING";
                add("ALTER TABLE " + table.group(1) + "\n\tREPLICA IDENTITY " + word);
            }
        }
    }

    /** The letter in pg_class; empty = the primary key. */
    private static String replicaIdentity(String definition) {
        Matcher identity = REPLICA_IDENTITY.matcher(definition);
        return identity.find() ? identity.group(1) : "";
    }

    static String literal(String text) {
        if (text == null) {
            return "NULL";
        }
        String quoted = "'" + text.replace("'", "''") + "'";
        return text.indexOf('\\') < 0 ? quoted : "E" + quoted.replace("\\", "\\\\");
    }

    private void add(String sql) {
        changes.add(DescribedStatement.of(sql));
    }
}
