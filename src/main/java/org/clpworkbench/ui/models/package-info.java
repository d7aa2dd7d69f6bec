/// The models screen: a view that binds and forwards, and a view model without javafx.scene.
@NullMarked
package org.clpworkbench.ui.models;

import org.jspecify.annotations.NullMarked;
