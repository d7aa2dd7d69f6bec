/// The Hugging Face Hub: finding models and data sets, fetching them, and the cache shared with
/// Python.
@NullMarked
package org.clpworkbench.hub;

import org.jspecify.annotations.NullMarked;
