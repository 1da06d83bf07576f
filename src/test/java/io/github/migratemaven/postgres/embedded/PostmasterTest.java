package io.github.migratemaven.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PostmasterTest {
    @TempDir
    private Path data;

    @Test
    void isAliveOnlyWhenTheProcessStartedThen() throws Exception {
        ProcessHandle self = ProcessHandle.current();
        Instant start = self.info().startInstant().orElseThrow();
        assertThat(postmaster(self.pid(), start).alive()).isTrue();
        assertThat(postmaster(self.pid(), start.minusSeconds(3600)).alive()).isFalse();
        assertThat(postmaster(self.pid(), start.minusSeconds(3600)).pidInUse()).isTrue();
        assertThat(postmaster(Integer.MAX_VALUE, start).alive()).isFalse();
    }

    @Test
    void aTornFileIsNoServer() throws Exception {
        assertThat(Postmaster.read(data)).isEmpty();
        Files.writeString(data.resolve("postmaster.pid"), "");
        Postmaster torn = Postmaster.read(data).orElseThrow();
        assertThat(torn.alive()).isFalse();
        assertThat(torn.port()).isZero();
        torn.disown();
        assertThat(Postmaster.read(data)).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDeadProcessThatNobodyCollectedIsNotAlive() throws Exception {
        // The shell becomes a sleep, which never asks for the child that the shell had; the child must outlive the
        // shell.
        Process parent = new ProcessBuilder("sh", "-c", "sleep 1 & echo $!; exec sleep 60").start();
        try {
            long child = Long.parseLong(
                    new java.io.BufferedReader(new java.io.InputStreamReader(parent.getInputStream())).readLine());
            Path stat = Path.of("/proc/" + child + "/stat");
            for (int i = 0; i < 100 && !Files.readString(stat).contains(") Z "); i++) {
                TimeUnit.MILLISECONDS.sleep(20);
            }
            Instant start =
                    ProcessHandle.of(child).orElseThrow().info().startInstant().orElseThrow();
            Postmaster zombie = postmaster(child, start);
            assertThat(zombie.pidInUse()).isTrue();
            assertThat(zombie.alive()).isFalse();
        } finally {
            parent.destroyForcibly();
        }
    }

    private Postmaster postmaster(long pid, Instant start) throws Exception {
        Files.write(
                data.resolve("postmaster.pid"),
                List.of(Long.toString(pid), data.toString(), Long.toString(start.getEpochSecond()), "5432"));
        return Postmaster.read(data).orElseThrow();
    }
}
