/// What the HTTP API asks of the analyzer: calls, messages, sources, pictures, changes. The server
/// knows this interface and nothing behind it.
@NullMarked
package io.callogram.web.api.workbench;

import org.jspecify.annotations.NullMarked;
