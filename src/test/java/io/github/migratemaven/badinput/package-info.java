/** What users get wrong: each case is a small project that must fail with one clear paragraph and leave the database alone. */
package io.github.migratemaven.badinput;
