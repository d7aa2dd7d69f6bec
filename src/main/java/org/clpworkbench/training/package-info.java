/// The training loop: specification, schedule, evaluation, checkpoints and the events that it
/// emits.
@NullMarked
package org.clpworkbench.training;

import org.jspecify.annotations.NullMarked;
