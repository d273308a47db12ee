/// The query language of the list, the command line and `check`: a small tree of our own, its
/// parser, and its meaning over one call in memory. No text that a person typed ever becomes a
/// regular expression or another library's syntax. Knows no search library.
@NullMarked
package io.callogram.analyzer.index.query;

import org.jspecify.annotations.NullMarked;
