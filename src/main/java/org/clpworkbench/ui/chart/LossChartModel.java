package org.clpworkbench.ui.chart;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.settings.ChartChoices;
import org.clpworkbench.training.RunEvent;
import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/// The runs in a chart and how it is looked at. Any thread may offer events; the JavaFX thread
/// takes them over when it paints.
public final class LossChartModel {
    private record Arrival(String run, List<RunEvent> events) {}

    private final Queue<Arrival> arrivals = new ConcurrentLinkedQueue<>();
    private final List<RunCurve> runs = new ArrayList<>();
    private final SeedGroups groups = new SeedGroups();
    private final ObjectProperty<Horizontal> horizontal =
            new SimpleObjectProperty<>(Horizontal.STEPS);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final BooleanProperty logarithmicAcross = new SimpleBooleanProperty();
    private final IntegerProperty window =
            new SimpleIntegerProperty(ChartChoices.FIRST.smoothing());
    private final BooleanProperty band = new SimpleBooleanProperty();
    private final BooleanProperty seedsTogether = new SimpleBooleanProperty();
    private final BooleanProperty hasSeeds = new SimpleBooleanProperty();
    private final BooleanProperty details = new SimpleBooleanProperty();
    private final BooleanProperty samples = new SimpleBooleanProperty(true);
    private final BooleanProperty samplesWhereLow = new SimpleBooleanProperty();
    private final BooleanProperty table = new SimpleBooleanProperty();
    private final ObjectProperty<Figure> figure = new SimpleObjectProperty<>(Figure.VALIDATION);
    private final ObjectProperty<StepSpacing> spacing =
            new SimpleObjectProperty<>(StepSpacing.EVALUATIONS);
    private final ObjectProperty<@Nullable Zoom> zoom = new SimpleObjectProperty<>();
    private final StringProperty baseline = new SimpleStringProperty("");
    private final Smoothing smoothing =
            new Smoothing(new ChartLook(ChartChoices.FIRST.smoothing(), false));
    private boolean changed;

    public LossChartModel() {
        window.addListener(_ -> smoothing.ask(runs, wanted()));
        band.addListener(_ -> smoothing.ask(runs, wanted()));
        horizontal.addListener(_ -> zoom.set(null));
    }

    private ChartLook wanted() {
        return new ChartLook(window.get(), band.get());
    }

    /// The average and the band that are drawn: those chosen last, or before these are computed the
    /// ones until then.
    ChartLook look() {
        return smoothing.shown();
    }

    /// Looks at the runs as was chosen before; where an axis is not known, at their steps.
    public void choose(ChartChoices choices) {
        horizontal.set(
                Arrays.stream(Horizontal.values())
                        .filter(axis -> axis.name().equals(choices.across()))
                        .findFirst()
                        .orElse(Horizontal.STEPS));
        logarithmicAcross.set(choices.logAcross());
        logarithmic.set(choices.logLoss());
        window.set(choices.smoothing());
        band.set(choices.band());
        seedsTogether.set(choices.seedsTogether());
        details.set(choices.details());
        samples.set(choices.samples());
        samplesWhereLow.set(choices.samplesWhereLow());
    }

    /// What is chosen, to be remembered.
    public ChartChoices choices() {
        return new ChartChoices(
                horizontal.get().name(),
                logarithmicAcross.get(),
                logarithmic.get(),
                window.get(),
                band.get(),
                seedsTogether.get(),
                details.get(),
                samples.get(),
                samplesWhereLow.get());
    }

    /// Shows these runs and no others; those that were there keep their points.
    public void show(List<ChartRun> wanted) {
        drain();
        var next = new ArrayList<RunCurve>();
        for (ChartRun run : wanted) {
            RunCurve curve = find(run.id());
            curve.rename(run);
            next.add(curve);
        }
        runs.clear();
        runs.addAll(next);
        groups.of(runs);
        if (!look().equals(wanted())) {
            smoothing.ask(runs, wanted()); // of other runs than those that are waited for
        }
        hasSeeds.set(groups.any());
        changed = true;
    }

    private RunCurve find(String id) {
        return runs.stream()
                .filter(curve -> curve.holds(id))
                .findFirst()
                .orElseGet(() -> new RunCurve(new ChartRun(id, id, 0), window.get()));
    }

    /// Queues events of a run; from any thread. Those of a run that is not shown are dropped.
    public void offer(String run, List<RunEvent> events) {
        if (!events.isEmpty()) {
            arrivals.add(new Arrival(run, events));
        }
    }

    /// Takes over what was offered.
    ///
    /// @return whether there is something new to paint
    public boolean drain() {
        for (Arrival next = arrivals.poll(); next != null; next = arrivals.poll()) {
            Arrival arrival = next;
            for (RunCurve curve : runs) {
                if (curve.holds(arrival.run())) {
                    curve.accept(arrival.events());
                    changed = true;
                }
            }
        }
        boolean result = smoothing.takeOver() || changed;
        changed = false;
        return result;
    }

    /// Opens the mean of a group to its single runs, where it stands, or closes it again.
    void toggle(ChartRun.Group group) {
        groups.toggle(group.key());
        changed = true;
    }

    boolean isOpen(Curve mean) {
        return groups.isOpen(mean);
    }

    /// What is drawn: the runs, or one mean for those that differ in their seed alone.
    public List<Curve> curves() {
        return seedsTogether.get() ? groups.means() : List.copyOf(runs);
    }

    /// The runs one by one, however they are drawn.
    List<Curve> runs() {
        return List.copyOf(runs);
    }

    /// Whether there are runs that differ in their seed alone.
    ReadOnlyBooleanProperty hasSeeds() {
        return hasSeeds;
    }

    public ObjectProperty<Horizontal> horizontal() {
        return horizontal;
    }

    /// Whether the loss is on a logarithmic scale.
    public BooleanProperty logarithmic() {
        return logarithmic;
    }

    /// Whether the horizontal axis is logarithmic, with 0 at its left end.
    public BooleanProperty logarithmicAcross() {
        return logarithmicAcross;
    }

    /// Steps that the moving average remembers; 0 for the raw training loss alone.
    public IntegerProperty window() {
        return window;
    }

    /// Whether the lowest and highest loss of the window are shown as an area.
    public BooleanProperty band() {
        return band;
    }

    /// Whether runs that differ in their seed alone are drawn as their mean with a band.
    public BooleanProperty seedsTogether() {
        return seedsTogether;
    }

    /// Whether learning rate, gradient norm and speed are shown below the losses.
    public BooleanProperty details() {
        return details;
    }

    /// Whether what the models write is open beside or below the losses, where there is room.
    public BooleanProperty samples() {
        return samples;
    }

    /// Whether it is open in a low window too.
    public BooleanProperty samplesWhereLow() {
        return samplesWhereLow;
    }

    /// Whether a table stands in the picture's place.
    public BooleanProperty table() {
        return table;
    }

    /// What the table tells.
    ObjectProperty<Figure> figure() {
        return figure;
    }

    /// Which steps have a row where it is a figure that every step has.
    ObjectProperty<StepSpacing> spacing() {
        return spacing;
    }

    /// What part of the chart is looked at; null for all of it.
    public ObjectProperty<@Nullable Zoom> zoom() {
        return zoom;
    }

    /// Id of the run that the others are compared to; empty for none.
    public StringProperty baseline() {
        return baseline;
    }

    boolean isBaseline(Curve curve) {
        return curve.holds(baseline.get());
    }
}
