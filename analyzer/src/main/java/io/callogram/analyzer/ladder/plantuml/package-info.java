/// The ladder as PlantUML source, and PlantUML's pictures of it. The only package that knows the
/// library; every captured character is escaped, and the library runs sandboxed.
@NullMarked
package io.callogram.analyzer.ladder.plantuml;

import org.jspecify.annotations.NullMarked;
