package io.github.migratemaven.scan.files.ci;

import io.github.migratemaven.scan.Script.Evidence;
import io.github.migratemaven.scan.files.Surroundings;

/** A pair of braces of a Jenkinsfile, with what holds in it. Not thread-safe. */
final class JenkinsBlock {
    final String name;
    final JenkinsBlock outer;
    Surroundings where;
    Services services;
    /** Whether it can never run: {@code if (false)}, {@code when { expression { false } }}. */
    boolean dead;

    JenkinsBlock(String name, JenkinsBlock outer, Surroundings where, Services services) {
        this.name = name;
        this.outer = outer;
        this.where = where;
        this.services = services;
        this.dead = outer != null && outer.dead;
    }

    /** The stage around it, or the whole pipeline. */
    JenkinsBlock stage() {
        JenkinsBlock block = this;
        while (block.outer != null && !block.name.equals("stage")) {
            block = block.outer;
        }
        return block;
    }

    /** Whether what stands in it must hold for the stage to run: nothing but {@code when} and {@code allOf} around it. */
    boolean isRequired() {
        JenkinsBlock block = outer;
        while (block != null && block.name.equals("allOf")) {
            block = block.outer;
        }
        return block != null && block.name.equals("when");
    }

    /** Somebody has to press a button before what follows in the stage runs. */
    void waitForSomebody() {
        for (JenkinsBlock block = this; block != null; block = block.outer) {
            block.where = block.where.evidence(Evidence.MANUAL);
            if (block.name.equals("stage")) {
                return;
            }
        }
    }
}
