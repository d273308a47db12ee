/// The desk: open captures as the HTTP API wants to see them. Between the pipeline's library and
/// the API's workbench, and nothing more.
@NullMarked
package io.callogram.web.desk;

import org.jspecify.annotations.NullMarked;
