package io.github.migratemaven.liquibase;

import io.github.migratemaven.model.Spelling;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import liquibase.Scope;
import liquibase.change.ChangeFactory;
import liquibase.precondition.PreconditionFactory;

/**
 * A sentence of Liquibase's or of its parsers, said in words that name the user's mistake.
 *
 * @param token the word of the changelog that it is about; empty when it names none
 */
record Complaint(String code, String message, String hint, String token) {
    private static final String CHECK_PATH =
            "Check the path: it is looked up in the project's resource folders, the project folder and the class path.";
    private static final String CORRECT = "Correct the file; nothing was sent to the database.";
    private static final String START =
            "A changelog begins with databaseChangeLog: and lists its changesets and includes"
                    + " below it; check that this is the right file.";
    private static final Set<String> ENTRIES =
            Set.of("changeSet", "include", "includeAll", "property", "preConditions", "removeChangeSetProperty");

    /** @param token the group that holds the word of the changelog; 0 = none does */
    private record Rule(
            Pattern pattern,
            int token,
            String code,
            Function<MatchResult, String> message,
            Function<MatchResult, String> hint) {}

    private static final List<Rule> RULES = List.of(
            rule(
                    "^(?:The )?[Ff]ile '?(.+?)'? (?:was not found|not found|does not exist).*",
                    1,
                    "changelog-not-found",
                    m -> "there is no file " + m.group(1),
                    m -> CHECK_PATH),
            rule(
                    ".*no changelogs matched .*includeAll '(.*)'.*",
                    1,
                    "changelog-not-found",
                    m -> "includeAll finds no changelog in " + m.group(1),
                    m -> CHECK_PATH + " With errorIfMissingOrEmpty: false it may be empty."),
            rule(
                    ".*Unknown change type '([^']+)'.*",
                    1,
                    "unknown-change",
                    m -> "there is no change type \"" + m.group(1) + "\"" + didYouMean(m.group(1), changes()),
                    m -> "Check the spelling (it is case-sensitive); a change of your own must be on the class path."),
            rule(
                    ".*cvc-complex-type\\.2\\.4.*?starting with element '(?:\\{\"?[^}]*?\"?:)?([\\w.-]+)\\}?'.*",
                    1,
                    "unknown-change",
                    m -> "the element <" + m.group(1) + "> does not belong here" + didYouMean(m.group(1), changes()),
                    m -> "Check its spelling (it is case-sensitive) and its place in the changelog."),
            rule(
                    ".*(?:Unknown precondition|The) '([^']+)'(?: precondition type is not supported|\\.).*",
                    1,
                    "unknown-precondition",
                    m -> "there is no precondition \"" + m.group(1) + "\"" + didYouMean(m.group(1), preconditions()),
                    m -> "Check the spelling (it is case-sensitive); one of your own must be on the class path."),
            rule(
                    ".*Unexpected node found under databaseChangeLog: (\\S+).*",
                    1,
                    "changelog-invalid",
                    m -> "\"" + m.group(1) + "\" is no entry of a changelog" + didYouMean(m.group(1), ENTRIES),
                    m ->
                            "Use changeSet, include, includeAll, property or preConditions; the spelling is case-sensitive."),
            rule(
                    ".*Unknown (\\w+) attribute value '([^']*)'\\.? Possible values: (.*)",
                    2,
                    "changelog-invalid",
                    m -> m.group(1) + " does not take the value \"" + m.group(2) + "\"",
                    m -> "Use one of " + m.group(3) + "."),
            rule(
                    ".*For input string: \"(.*)\".*",
                    1,
                    "changelog-invalid",
                    m -> "\"" + m.group(1) + "\" stands where a number is expected",
                    m -> CORRECT),
            rule(
                    ".*No '(\\w+)' attribute on '(\\w+)'.*",
                    2,
                    "changelog-invalid",
                    m -> "an " + m.group(2) + " lacks its " + m.group(1),
                    m -> "Give it one: " + m.group(1) + ": path/of/the/changelog."),
            rule(
                    ".*(?:Could not find databaseChangeLog node|ArrayList cannot be cast to class java.util.Map).*",
                    0,
                    "changelog-invalid",
                    m -> "the file is no changelog: it does not begin with databaseChangeLog",
                    m -> START),
            rule(
                    ".*databaseChangeLog does not contain a list of entries.*",
                    0,
                    "changelog-invalid",
                    m -> "databaseChangeLog holds no list",
                    m -> "List its entries below it; a changeset begins with - changeSet: and is indented."),
            rule(
                    ".*Cannot find the declaration of element '(.*?)'.*",
                    0,
                    "changelog-invalid",
                    m -> "the file is no changelog: its outermost element is <" + m.group(1) + ">",
                    m ->
                            "An XML changelog is a <databaseChangeLog> with its name space; check that this is the right file."),
            rule(
                    ".*Nesting Depth exceeded.*",
                    0,
                    "changelog-invalid",
                    m -> "the changelog is nested too deeply to be read",
                    m -> "Check for a list that is opened again and again and never closed."),
            rule(
                    ".*Empty file.*",
                    0,
                    "changelog-empty",
                    m -> "the changelog is empty",
                    m -> "Write a first changeset, or point -Dmigrate.changelog at the right file."),
            rule(
                    ".*Cannot find parser that supports (.*)",
                    0,
                    "changelog-invalid",
                    m -> "a changelog of that format cannot be read",
                    m -> "The formats are .yaml, .yml, .json, .xml and .sql."),
            rule(
                    "(?:class )?(\\S+) cannot be cast to class liquibase\\.change\\.custom\\.CustomChange\\b.*",
                    1,
                    "changelog-invalid",
                    m -> "the class " + m.group(1) + " is no custom change",
                    m -> "It must implement Liquibase's CustomSqlChange or CustomTaskChange."),
            rule(
                    ".*class java\\.lang\\.(?:Boolean|Integer|Long|Double|String) cannot be cast to .*"
                            + "|.*class java\\.util\\.\\w+ cannot be cast to .*",
                    0,
                    "changelog-invalid",
                    m ->
                            "a value in this entry is of another kind than its key takes (a list, a text, a number, true or false)",
                    m -> "Compare its keys with the change's description; nothing was sent to the database."),
            rule(
                    ".*Change set (\\S+)::(\\S+)::(\\S+) does not exist.*",
                    2,
                    "changelog-invalid",
                    m -> "a rollback names changeset \"" + m.group(2) + "\" by " + m.group(3)
                            + ", which is not in the changelog",
                    m -> "Check changeSetId, changeSetAuthor and changeSetPath of the rollback."),
            rule(
                    ".*Attribute '(.*?)' is not allowed to appear in element '(.*?)'.*",
                    0,
                    "changelog-invalid",
                    m -> "<" + localName(m.group(2)) + "> has no attribute \"" + m.group(1) + "\"",
                    m -> "Check its spelling (it is case-sensitive)."),
            rule(
                    ".*Attribute '(.*?)' must appear on element '(.*?)'.*",
                    0,
                    "changelog-invalid",
                    m -> "<" + localName(m.group(2)) + "> lacks its attribute \"" + m.group(1) + "\"",
                    m -> "Add it; nothing was sent to the database."),
            rule(
                    ".*cvc-\\S+ '(.*?)' is not a valid value of union type 'booleanExp'.*",
                    0,
                    "changelog-invalid",
                    m -> "\"" + m.group(1) + "\" stands where true or false is expected",
                    m -> CORRECT),
            rule(
                    "Content is not allowed in prolog.*",
                    0,
                    "changelog-invalid",
                    m -> "the file is not XML: it begins with something else than <",
                    m -> "Name it after what it is (.yaml, .json, .sql), or write it as XML."),
            rule(
                    ".*Unexpected formatting in formatted changelog .*",
                    0,
                    "changelog-invalid",
                    m -> "this line is no changeset line of formatted SQL",
                    m -> "It reads --changeset author:id, with the author first and a colon between the two."));

    private static final Pattern CLASS_NAME = Pattern.compile("(?:[\\w$]+\\.)+[\\w$]+");

    static Complaint of(String said, Throwable error) {
        for (Rule rule : RULES) {
            Matcher matcher = rule.pattern.matcher(said);
            if (matcher.matches()) {
                String token = rule.token == 0 ? "" : matcher.group(rule.token);
                return new Complaint(rule.code, rule.message.apply(matcher), rule.hint.apply(matcher), token);
            }
        }
        if (isMissingClass(error) && CLASS_NAME.matcher(said).matches()) {
            return new Complaint(
                    "class-not-found",
                    "the class " + said + " is not on the class path",
                    "Check its name; compile the project first (mvn compile), or add the dependency that holds it.",
                    said);
        }
        String message = said.replaceAll("^cvc-[\\w.-]+: ", "").replaceAll("\\.$", "");
        return new Complaint("changelog-invalid", "the changelog cannot be read: " + message, CORRECT, "");
    }

    private static Rule rule(
            String pattern,
            int token,
            String code,
            Function<MatchResult, String> message,
            Function<MatchResult, String> hint) {
        return new Rule(Pattern.compile(pattern), token, code, message, hint);
    }

    private static boolean isMissingClass(Throwable error) {
        for (Throwable e = error; e != null && e.getCause() != e; e = e.getCause()) {
            if (e instanceof ClassNotFoundException) {
                return true;
            }
        }
        return false;
    }

    private static String didYouMean(String word, Set<String> known) {
        return Spelling.nearest(word, known)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
    }

    private static Set<String> changes() {
        return Scope.getCurrentScope().getSingleton(ChangeFactory.class).getDefinedChanges();
    }

    private static Set<String> preconditions() {
        return PreconditionFactory.getInstance().getPreconditions().keySet();
    }

    private static String localName(String element) {
        return element.substring(element.indexOf(':') + 1);
    }
}
