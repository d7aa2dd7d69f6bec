/// What is fetched from servers.
@NullMarked
package org.clpworkbench.net;

import org.jspecify.annotations.NullMarked;
