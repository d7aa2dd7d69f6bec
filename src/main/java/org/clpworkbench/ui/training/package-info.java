/// The training screen: a view that binds and forwards, and a view model without javafx.scene.
@NullMarked
package org.clpworkbench.ui.training;

import org.jspecify.annotations.NullMarked;
