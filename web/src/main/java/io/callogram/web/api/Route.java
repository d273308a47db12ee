package io.callogram.web.api;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;

/// One operation of the interface, as the description names it.
///
/// @param path below `/api`
record Route(HandlerType method, String path, Handler handler) {}
