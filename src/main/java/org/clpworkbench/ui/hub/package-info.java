/// The Hub on the models screen: the catalogue and the search, a model's page, downloads, the
/// account.
@NullMarked
package org.clpworkbench.ui.hub;

import org.jspecify.annotations.NullMarked;
