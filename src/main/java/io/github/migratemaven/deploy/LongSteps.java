package io.github.migratemaven.deploy;

import io.github.migratemaven.port.ProgressListener;
import io.github.migratemaven.port.StepObserver;
import java.time.Duration;
import java.util.List;

/** Says how a long step is getting on, and whom it waits for: once for each who comes into the way. */
final class LongSteps implements StepObserver {
    private final ProgressListener progress;
    private String said = "";

    LongSteps(ProgressListener progress) {
        this.progress = progress;
    }

    @Override
    public void waiting(String what, Duration elapsed, List<String> blockers) {
        String line = what + " waits for " + String.join(" and ", blockers);
        // Ages and states change from look to look; who it is does not.
        String who = what + blockers.stream().map(b -> b.split(",", 2)[0]).toList();
        if (!who.equals(said)) {
            said = who;
            progress.info(line);
        } else {
            progress.live(line);
        }
    }

    @Override
    public void running(String what, Duration elapsed, String how) {
        progress.live(what + " has been running for " + elapsed.toSeconds() + " s" + (how.isEmpty() ? "" : ": " + how));
    }

    @Override
    public void blockerEnded(String what, String blocker) {
        progress.warn("ended a session that blocked " + what + ", as migrate.cancelBlockers asks: " + blocker);
    }
}
