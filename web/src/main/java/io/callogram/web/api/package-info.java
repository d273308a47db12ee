/// The HTTP server: routes, uploads, server-sent events, the static pages. It knows the analyzer
/// only through the workbench.
@NullMarked
package io.callogram.web.api;

import org.jspecify.annotations.NullMarked;
