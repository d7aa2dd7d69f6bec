/// Documents read from text files of many formats, one at a time: a text is never in memory whole.
@NullMarked
package org.clpworkbench.data.text;

import org.jspecify.annotations.NullMarked;
