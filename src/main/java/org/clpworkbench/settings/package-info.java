/// The user's settings and the file that keeps them.
@NullMarked
package org.clpworkbench.settings;

import org.jspecify.annotations.NullMarked;
