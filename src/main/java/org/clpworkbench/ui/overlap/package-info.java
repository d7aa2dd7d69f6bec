/// The overlap screen: a view that binds and forwards, and a view model without javafx.scene.
@NullMarked
package org.clpworkbench.ui.overlap;

import org.jspecify.annotations.NullMarked;
