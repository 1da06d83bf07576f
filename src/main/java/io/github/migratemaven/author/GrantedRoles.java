package io.github.migratemaven.author;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The roles that a catalogue's privileges and policies name: a scratch server does not have them, and refuses to grant to nobody. */
final class GrantedRoles {
    private static final Pattern GRANTEE =
            Pattern.compile("(?:^|, )(" + SqlNames.PART + "): \\p{Upper}", Pattern.UNICODE_CHARACTER_CLASS);

    /** In the definition of a policy: command, whether it permits, roles, conditions. */
    private static final int ROLES = 2;

    private GrantedRoles() {}

    /** Their names as they are, without quotes. */
    static Set<String> in(Map<String, String> catalogue) {
        Set<String> roles = new TreeSet<>();
        catalogue.forEach((what, definition) -> {
            if (what.startsWith("privileges on ")) {
                Matcher grantee = GRANTEE.matcher(definition);
                while (grantee.find()) {
                    roles.add(unquoted(grantee.group(1)));
                }
            } else if (what.startsWith("policy ")) {
                Stream.of(definition.split(" \\| "))
                        .skip(ROLES)
                        .limit(1)
                        .flatMap(names -> Arrays.stream(names.split(", ")))
                        .map(GrantedRoles::unquoted)
                        .forEach(roles::add);
            }
        });
        roles.remove("public");
        return roles;
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
