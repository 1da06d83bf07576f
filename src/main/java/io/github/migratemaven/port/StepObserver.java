package io.github.migratemaven.port;

import java.time.Duration;
import java.util.List;

/** Told, on another thread than the session's, what a statement that takes its time is doing. */
public interface StepObserver {
    /**
     * It waits for others.
     *
     * @param what the changeset, for a message
     * @param blockers each in words: process id, application, user, state, age, query; not empty
     */
    void waiting(String what, Duration elapsed, List<String> blockers);

    /** @param how in words: phase and share done as the server reports them; empty where it reports none */
    void running(String what, Duration elapsed, String how);

    /** A session that blocked it, idle in a transaction for too long, was ended, as was asked for. */
    void blockerEnded(String what, String blocker);
}
