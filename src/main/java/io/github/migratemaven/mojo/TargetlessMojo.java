package io.github.migratemaven.mojo;

import io.github.migratemaven.model.Outcome;

/** A goal that works on no target, or finds its own: it says in {@link #work} what it does. */
abstract class TargetlessMojo extends MigrateMojo {
    TargetlessMojo(Components components) {
        super(components);
    }

    @Override
    abstract Outcome work(Composition composition);

    @Override
    final Outcome run(Composition composition, Composition.OpenTarget target) {
        throw new IllegalStateException("migrate:" + goal() + " works on no target");
    }
}
