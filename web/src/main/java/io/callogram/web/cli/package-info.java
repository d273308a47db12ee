/// The command line: `serve`, `analyze`, `ladder`, `export`, `generate`. Results go to standard
/// output, everything else to standard error.
@NullMarked
package io.callogram.web.cli;

import org.jspecify.annotations.NullMarked;
