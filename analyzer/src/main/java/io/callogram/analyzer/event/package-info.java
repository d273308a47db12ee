/// The vocabulary of folding: a machine interprets observations into events and evolves its state
/// by them. Pure: no clock, no input or output, no library objects.
@NullMarked
package io.callogram.analyzer.event;

import org.jspecify.annotations.NullMarked;
