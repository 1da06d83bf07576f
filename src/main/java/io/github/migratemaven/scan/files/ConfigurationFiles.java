package io.github.migratemaven.scan.files;

import io.github.migratemaven.scan.ProjectFiles;
import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.SourceFile;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the names of an application's configuration files say: which profile they belong to, and whether it is for production. */
final class ConfigurationFiles {
    private static final Pattern PROFILED =
            Pattern.compile("(?:application|bootstrap)-([\\w.-]{1,60}?)\\.(?:properties|ya?ml)");
    private static final Pattern ACTIVE = Pattern.compile(
            "(?m)^[ \\t]*(?:spring\\.profiles\\.active|active|quarkus\\.profile)[ \\t]{0,20}[:=][ \\t]{0,20}([^\\r\\n#]{1,200})");

    private ConfigurationFiles() {}

    static boolean isApplication(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return (lower.startsWith("application") || lower.startsWith("bootstrap"))
                && (lower.endsWith(".properties")
                        || lower.endsWith(".yml")
                        || lower.endsWith(".yaml")
                        || lower.endsWith(".properties.tpl"));
    }

    static Set<Evidence> evidence(SourceFile file, ProjectFiles project) {
        Optional<String> profile = profile(file.name());
        if (profile.isPresent() && isDefault(profile.get(), file.folder(), project)) {
            return folderEvidence(file);
        }
        EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        evidence.addAll(folderEvidence(file));
        evidence.addAll(NameEvidence.ofName(profile.orElse(stem(file.name()))));
        return evidence;
    }

    /**
     * What a profile expression says: {@code test}, {@code dev | test}, {@code !prod}, {@code dev, prod}. Only where each
     * alternative is for development or tests does the whole say so.
     */
    static Set<Evidence> ofProfiles(String expression) {
        EnumSet<Evidence> evidence = EnumSet.noneOf(Evidence.class);
        for (String alternative : expression.split("[,|]")) {
            boolean notProduction = alternative.replace(" ", "").startsWith("!prod");
            Set<Evidence> says = alternative.contains("!") ? Set.of() : NameEvidence.ofName(alternative);
            if (says.isEmpty() && !notProduction) {
                return Set.of();
            }
            evidence.addAll(notProduction ? Set.of(Evidence.DEVELOPMENT) : says);
        }
        return evidence;
    }

    private static String stem(String name) {
        int dot = name.startsWith(".") ? -1 : name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }

    /** Only the folders: src/test, docker/dev. */
    private static Set<Evidence> folderEvidence(SourceFile file) {
        return file.folder().isEmpty() ? Set.of() : NameEvidence.of(file.folder() + "/x");
    }

    static Optional<String> profile(String name) {
        Matcher matcher = PROFILED.matcher(name);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** A "dev" profile that is on unless somebody says otherwise is production's, too. */
    static boolean isDefault(String profile, String folder, ProjectFiles project) {
        for (String ending : List.of("properties", "yml", "yaml")) {
            String path = (folder.isEmpty() ? "" : folder + "/") + "application." + ending;
            Optional<SourceFile> main = project.paths().contains(path) ? project.read(path) : Optional.empty();
            if (main.isPresent()) {
                Matcher matcher = ACTIVE.matcher(main.get().text());
                while (matcher.find()) {
                    if (List.of(matcher.group(1).split("[^\\w-]+")).contains(profile)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
