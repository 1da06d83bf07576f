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

    /**
     * Whether the module is the first, which may do it as often as it is told to: before a deploy and after it, for example.
     *
     * @param what goal, target and changelog
     */
    static boolean isFirst(MavenSession session, String what, String module) {
        SessionData data = session.getRepositorySession().getData();
        String key = KEY + ":" + what;
        return data.set(key, null, module) || module.equals(data.get(key));
    }
}
