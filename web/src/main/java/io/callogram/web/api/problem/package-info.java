/// Refusals as RFC 9457 problem documents. Knows no route.
@NullMarked
package io.callogram.web.api.problem;

import org.jspecify.annotations.NullMarked;
