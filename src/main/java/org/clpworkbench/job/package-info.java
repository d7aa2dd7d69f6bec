/// Background work: jobs with progress and cancellation, and worker processes. Knows nothing of the
/// rest.
@NullMarked
package org.clpworkbench.job;

import org.jspecify.annotations.NullMarked;
