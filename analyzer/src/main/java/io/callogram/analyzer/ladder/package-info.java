/// The ladder of one call: columns, arrows, gaps and media bars as plain values, and their
/// renderings as text (the way the RFCs draw it), Mermaid and a page. Decides nothing about the
/// call.
@NullMarked
package io.callogram.analyzer.ladder;

import org.jspecify.annotations.NullMarked;
