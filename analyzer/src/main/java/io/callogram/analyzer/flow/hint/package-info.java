/// Diagnostics: what in a call deviates from the RFCs or explains a complaint, each with the
/// messages that show it, the RFC section, and what to do. `Findings` holds all that the rules
/// conclude of a call, flows and hints alike.
@NullMarked
package io.callogram.analyzer.flow.hint;

import org.jspecify.annotations.NullMarked;
