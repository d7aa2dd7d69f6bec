/// Devices, dense products and exact nearest neighbours on DJL.
@NullMarked
package org.clpworkbench.compute;

import org.jspecify.annotations.NullMarked;
