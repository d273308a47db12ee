/// The scenarios that come with the program as a gallery of flows: of every flow the example,
/// folded from its capture in memory, other forms of it, and what only looks like it.
@NullMarked
package io.callogram.web.gallery;

import org.jspecify.annotations.NullMarked;
