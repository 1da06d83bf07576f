package io.github.migratemaven.scan.files;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.RecursiveAction;

/** The scan's own threads: they end with the work. Tasks that the work forks run on them. */
public final class WorkThreads {
    /** More only wait for the disk and for the compiler: a scan is over before it is warm. */
    private static final int MOST = 4;

    /** Long enough that handing one out costs nothing, short enough that no thread waits for another's last. */
    private static final int ROW = 64;

    private WorkThreads() {}

    /** Work on many small things, a row of them at a time. */
    @FunctionalInterface
    public interface Rows {
        /** @param end exclusive */
        void work(int begin, int end);
    }

    public static void rows(int count, Rows rows) {
        List<RecursiveAction> tasks = new ArrayList<>();
        for (int begin = 0; begin < count; begin += ROW) {
            tasks.add(new Row(rows, begin, Math.min(count, begin + ROW)));
        }
        all(tasks);
    }

    /** Ends when all have; what one throws is thrown as it is. */
    static void all(Collection<? extends RecursiveAction> tasks) {
        ForkJoinPool pool = new ForkJoinPool(Math.min(MOST, Runtime.getRuntime().availableProcessors()));
        try {
            pool.submit((ForkJoinTask<Void>) new All(tasks)).get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException exception
                    ? exception
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The scan was interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static final class All extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Collection<? extends RecursiveAction> tasks;

        All(Collection<? extends RecursiveAction> tasks) {
            this.tasks = tasks;
        }

        @Override
        protected void compute() {
            invokeAll(tasks);
        }
    }

    private static final class Row extends RecursiveAction {
        private static final long serialVersionUID = 1;

        private final transient Rows rows;
        private final int begin;
        private final int end;

        Row(Rows rows, int begin, int end) {
            this.rows = rows;
            this.begin = begin;
            this.end = end;
        }

        @Override
        protected void compute() {
            rows.work(begin, end);
        }
    }
}
