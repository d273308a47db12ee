/// Every rule with what it must name and what only looks like it.
@NullMarked
package io.callogram.analyzer.flow.rule;

import org.jspecify.annotations.NullMarked;
