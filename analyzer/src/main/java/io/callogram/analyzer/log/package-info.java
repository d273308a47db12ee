/// What was captured and what people did, kept so that a power cut loses nothing that was
/// acknowledged: pcapng segments that any program opens, adopted uploads, a journal. Append only;
/// nothing in it is derived. Knows packets, never what they carry.
@NullMarked
package io.callogram.analyzer.log;

import org.jspecify.annotations.NullMarked;
