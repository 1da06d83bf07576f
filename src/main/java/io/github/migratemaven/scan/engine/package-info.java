/** The ban's judgement: what calls what, what a build reaches, and what that means. */
package io.github.migratemaven.scan.engine;
