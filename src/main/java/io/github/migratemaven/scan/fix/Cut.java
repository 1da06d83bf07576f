package io.github.migratemaven.scan.fix;

import io.github.migratemaven.model.Finding.Edit;
import io.github.migratemaven.scan.Source;

/** A part of a script's text that goes. */
record Cut(int start, int end, String text) {
    static Cut of(int start, int end) {
        return new Cut(start, end, "");
    }

    /** The same in the file. */
    Edit in(Source source) {
        return new Edit(source.offset(start), source.offset(end), text);
    }
}
