/// The runs screen: a view that binds and forwards, and a view model without javafx.scene.
@NullMarked
package org.clpworkbench.ui.runs;

import org.jspecify.annotations.NullMarked;
