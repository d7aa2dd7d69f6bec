/// The models and texts that come with the program, so that a first start needs no network.
@NullMarked
package org.clpworkbench.embedded;

import org.jspecify.annotations.NullMarked;
