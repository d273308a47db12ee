/// The index of calls: a projection into Lucene that finds a call by number, text, amount or
/// address, and pages, counts and sorts. Delete it and it comes back from the log. Lucene's types
/// do not leave this package.
@NullMarked
package io.callogram.analyzer.index;

import org.jspecify.annotations.NullMarked;
