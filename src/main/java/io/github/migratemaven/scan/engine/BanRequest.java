package io.github.migratemaven.scan.engine;

import java.nio.file.Path;

/**
 * What the goal and the rule are asked, as written.
 *
 * @param developmentScripts {@code allow}, {@code warn} or {@code fail}
 */
public record BanRequest(Path root, boolean strict, String developmentScripts) {}
