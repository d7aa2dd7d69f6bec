/// The live loss chart: decimated curves on jfreechart-fx.
@NullMarked
package org.clpworkbench.ui.chart;

import org.jspecify.annotations.NullMarked;
