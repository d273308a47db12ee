/// The rules that name flows, one class for each or for each close family, and `Flows`, which asks
/// them all and settles what excludes what (RFC 3665, RFC 5359, 3GPP TS 24.6xx). A rule tests first
/// what costs nothing and concludes from captured messages alone. None knows of another.
@NullMarked
package io.callogram.analyzer.flow.rule;

import org.jspecify.annotations.NullMarked;
