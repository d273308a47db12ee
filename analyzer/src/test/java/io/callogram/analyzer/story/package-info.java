/// Stories: complete in both languages, and true to the messages that they tell.
@NullMarked
package io.callogram.analyzer.story;

import org.jspecify.annotations.NullMarked;
