/// Resources as JSON, written field by field: what a program outside reads never depends on how a
/// record inside is named.
@NullMarked
package io.callogram.web.api.json;

import org.jspecify.annotations.NullMarked;
