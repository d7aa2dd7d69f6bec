/// The guided tour through the screens: a view that binds and forwards, and a view model without
/// javafx.scene.
@NullMarked
package org.clpworkbench.ui.tour;

import org.jspecify.annotations.NullMarked;
