/// Calls and sources as the JSON that other programs rely on. Written field by field, so that no
/// renamed record changes what is promised.
@NullMarked
package io.callogram.web.json;

import org.jspecify.annotations.NullMarked;
