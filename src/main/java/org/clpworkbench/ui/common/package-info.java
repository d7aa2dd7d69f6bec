/// What every screen uses: the chosen pair, texts, FXML loading, navigation, dialogs.
@NullMarked
package org.clpworkbench.ui.common;

import org.jspecify.annotations.NullMarked;
