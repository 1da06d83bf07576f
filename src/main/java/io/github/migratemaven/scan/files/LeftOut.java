package io.github.migratemaven.scan.files;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;

/** What nobody wrote by hand: folders of tools' output and of foreign code, generated and minified files. */
final class LeftOut {
    private static final Set<String> ALWAYS = Set.of(
            ".git",
            ".hg",
            ".svn",
            "node_modules",
            "bower_components",
            "jspm_packages",
            "target",
            "dist",
            ".next",
            ".nuxt",
            ".output",
            ".svelte-kit",
            ".turbo",
            ".nx",
            ".cache",
            ".parcel-cache",
            ".gradle",
            ".m2",
            ".mvn-cache",
            ".venv",
            "venv",
            "__pycache__",
            ".tox",
            ".nox",
            ".mypy_cache",
            ".pytest_cache",
            ".yarn",
            ".pnpm-store",
            ".vercel",
            ".serverless",
            ".aws-sam",
            ".terraform",
            ".bundle",
            "Pods",
            "DerivedData",
            "_build",
            "coverage",
            ".nyc_output",
            "third_party",
            "thirdparty",
            "generated",
            "__generated__",
            "generated-sources",
            "generated-test-sources",
            "site-packages",
            ".eggs",
            ".idea",
            ".vs",
            ".migrate");

    /** Output of a tool when one of these is inside. */
    private static final Set<String> OUTPUT = Set.of(
            "libs",
            "classes",
            "tmp",
            "generated",
            "reports",
            "test-results",
            "static",
            "_next",
            "asset-manifest.json",
            "index.html",
            "CMakeCache.txt",
            "CMakeFiles",
            "resources",
            "production");

    private static final Set<String> VENDORED = Set.of("autoload.php", "modules.txt", "bundle", "composer");

    private static final Set<String> VENDORS = Set.of("composer.json", "Gemfile", "go.mod", "Cargo.toml");

    private static final Set<String> BY_CONTENT = Set.of("build", "out", "bin", "obj", "vendor", "deps");

    private LeftOut() {}

    /**
     * @param beside names in the folder that it is in
     * @param inside names in it
     */
    static boolean folder(String name, Set<String> beside, Set<String> inside) {
        return switch (name) {
            // Often the place of hand-written build scripts, too.
            case "build", "out" -> !hasBuildFile(inside) && (isGradle(beside) || intersects(OUTPUT, inside));
            case "bin", "obj" -> !hasBuildFile(inside) && hasProject(beside);
            case "vendor" -> intersects(VENDORS, beside) || intersects(VENDORED, inside);
            case "deps" -> beside.contains("mix.exs");
            default -> always(name);
        };
    }

    /** Whether it is left out wherever it is and whatever is inside. */
    static boolean always(String name) {
        return ALWAYS.contains(name);
    }

    /** Whether {@link #folder} has to look inside. */
    static boolean decidesByContent(String name) {
        return BY_CONTENT.contains(name);
    }

    static boolean file(String name) {
        int dot = name.indexOf('.');
        if (dot == name.lastIndexOf('.')) {
            // The others have two dots, as most names have not.
            return dot >= 0 && name.substring(dot).equalsIgnoreCase(".map");
        }
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains(".min.")
                || lower.endsWith(".map")
                || lower.contains(".bundle.js")
                || lower.contains(".generated.")
                || lower.endsWith(".g.cs")
                || lower.endsWith(".pb.go");
    }

    private static boolean isGradle(Set<String> beside) {
        return beside.contains("build.gradle") || beside.contains("build.gradle.kts");
    }

    private static boolean hasProject(Set<String> names) {
        for (String name : names) {
            if (name.endsWith(".csproj")) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasBuildFile(Set<String> names) {
        for (String name : names) {
            if (isBuildFile(name.toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBuildFile(String name) {
        return name.endsWith(".sh")
                || name.endsWith(".ps1")
                || name.endsWith(".bat")
                || name.endsWith(".cmd")
                || name.endsWith(".gradle")
                || name.endsWith(".mk")
                || name.endsWith(".yml")
                || name.endsWith(".yaml")
                || name.endsWith("dockerfile")
                || name.startsWith("dockerfile")
                || name.equals("makefile")
                || name.equals("pom.xml");
    }

    private static boolean intersects(Set<String> some, Set<String> names) {
        return !Collections.disjoint(names, some);
    }
}
