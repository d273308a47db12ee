/// Why a message has the identifiers that it has: dialog, transaction, CSeq, branch, call and
/// session in sentences, each with its section of RFC 3261 or the RFC that rules it.
@NullMarked
package io.callogram.web.api.identity;

import org.jspecify.annotations.NullMarked;
