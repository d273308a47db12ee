/// Flows and terms in words: what each is, when a flow is concluded, the standards, the hints that
/// go with it. Documents, the interface and the pages all read it here. Knows no call.
@NullMarked
package io.callogram.analyzer.catalogue;

import org.jspecify.annotations.NullMarked;
