/// What stands before every route: the host a request names, the page it comes from, the token it
/// carries, and the headers that every answer bears. Knows no resource.
@NullMarked
package io.callogram.web.api.guard;

import org.jspecify.annotations.NullMarked;
