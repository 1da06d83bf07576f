package io.github.migratemaven.report;

import io.github.migratemaven.model.Outcome;

/** One part of the console's report; writes nothing where the outcome has nothing for it. */
interface Section {
    void write(Outcome outcome, Page page);
}
