package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.Script;
import io.github.migratemaven.scan.Script.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Calls of Maven: profiles that a command line switches on. What is bound to the lifecycle runs in every build anyway. */
final class MavenCalls {
    private static final Set<String> OPTIONS_WITH_VALUE =
            Set.of("-f", "--file", "-pl", "--projects", "-s", "--settings", "-T", "-D");

    private final ScriptIndex index;

    MavenCalls(ScriptIndex index) {
        this.index = index;
    }

    List<Script> calls(List<String> words, String folder) {
        List<Script> called = new ArrayList<>();
        for (int i = 1; i < words.size(); i++) {
            String word = words.get(i);
            if (OPTIONS_WITH_VALUE.contains(word)) {
                i++;
            } else if (word.equals("-P") || word.equals("--activate-profiles")) {
                i++;
                called.addAll(profiles(i < words.size() ? words.get(i) : ""));
            } else if (word.startsWith("-P")) {
                called.addAll(profiles(word.substring(2)));
            } else if (word.startsWith("-D")) {
                int equals = word.indexOf('=');
                String name = equals < 0 ? word.substring(2) : word.substring(2, equals);
                called.addAll(index.everywhere(Kind.MAVEN, "property:" + name));
            } else if (!word.startsWith("-")) {
                called.addAll(index.upwards(Kind.MAVEN, folder, word));
            }
        }
        return called;
    }

    private List<Script> profiles(String list) {
        List<Script> called = new ArrayList<>();
        for (String profile : list.split(",")) {
            if (!profile.isBlank() && !profile.startsWith("!") && !profile.startsWith("-")) {
                called.addAll(index.everywhere(Kind.MAVEN, "profile:" + profile.strip()));
            }
        }
        return called;
    }
}
