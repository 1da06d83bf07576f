package io.github.migratemaven.scan.engine;

import io.github.migratemaven.scan.policy.BanSettings;
import java.nio.file.Path;

/** What the goal and the rule are asked, as written. */
public record BanRequest(Path root, BanSettings settings) {}
