/// Races: one training run for each of several starts, on the same text with the same seed. What
/// the window's training screen and the command line share.
@NullMarked
package org.clpworkbench.race;

import org.jspecify.annotations.NullMarked;
