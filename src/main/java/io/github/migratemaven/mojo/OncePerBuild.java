package io.github.migratemaven.mojo;

import org.apache.maven.execution.MavenSession;
import org.eclipse.aether.SessionData;

/**
 * Lets the first of several modules that would do the very same thing do it: a configuration that children inherit, or a goal
 * called on the command line of a reactor. Safe with {@code -T}.
 */
final class OncePerBuild {
    private static final String KEY = OncePerBuild.class.getName();

    private OncePerBuild() {}

    /** @param what goal, target and changelog; returns true for the first caller only */
    static boolean isFirst(MavenSession session, String what) {
        SessionData data = session.getRepositorySession().getData();
        return data.set(KEY + ":" + what, null, Boolean.TRUE);
    }
}
