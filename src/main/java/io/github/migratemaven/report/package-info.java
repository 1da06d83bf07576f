/** Turns an {@link io.github.migratemaven.model.Outcome} into what people and pipelines read: console, JSON, SQL, GitHub, GitLab. */
package io.github.migratemaven.report;
