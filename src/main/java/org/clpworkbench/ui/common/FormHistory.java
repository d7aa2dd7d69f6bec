package org.clpworkbench.ui.common;

import javafx.application.Platform;
import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;

/// What was entered in a form, to be undone and done again. What one event changes is one step,
/// with all that follows from it; so is what is typed into one field without a pause, or where a
/// slider is dragged. It listens to its fields as long as they live, and belongs to what owns them.
public final class FormHistory {
    static final int MOST = 200;
    static final Duration PAUSE = Duration.ofMillis(800);

    /// The values of all fields around a change; of fewer fields if others were watched later.
    private record Step(List<@Nullable Object> before, List<@Nullable Object> after) {}

    private final Executor afterwards;
    private final LongSupplier nanoseconds;
    private final List<Property<?>> fields = new ArrayList<>();
    private final List<@Nullable Object> present = new ArrayList<>();
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private final ReadOnlyBooleanWrapper undoable = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper redoable = new ReadOnlyBooleanWrapper();

    /// The field that was changed last, while typing into it goes on with its step; else -1.
    private int typing = -1;

    /// The same before the present event, which may change other fields first that follow from it.
    private int typedBefore = -1;

    /// Whether the last step is the present event's.
    private boolean open;

    private long changedAt;
    private boolean inOneEvent;
    private boolean silent;

    public FormHistory() {
        this(Platform::runLater, System::nanoTime);
    }

    /// @param afterwards runs things when the present event has been handled
    FormHistory(Executor afterwards, LongSupplier nanoseconds) {
        this.afterwards = afterwards;
        this.nanoseconds = nanoseconds;
    }

    /// Follows more fields. They are restored in the order in which they are watched, so one that
    /// sets others comes before them; what sets them listens before this does.
    public void watch(Property<?>... more) {
        for (Property<?> field : more) {
            int index = fields.size();
            fields.add(field);
            present.add(field.getValue());
            field.addListener((_, _, now) -> changed(index, now));
        }
    }

    private void changed(int index, @Nullable Object now) {
        if (silent) {
            present.set(index, now);
            return;
        }
        long time = nanoseconds.getAsLong();
        if (!inOneEvent) {
            inOneEvent = true;
            open = false;
            typedBefore = time - changedAt <= PAUSE.toNanos() ? typing : -1;
            afterwards.execute(() -> inOneEvent = false);
        }
        List<@Nullable Object> before = new ArrayList<>(present);
        if (open) {
            before = past.removeLast().before();
        }
        if (goesOn(now) && index == typedBefore) {
            typedBefore = -1;
            before = past.removeLast().before();
        }
        present.set(index, now);
        open = !before.equals(present); // typed and taken back is no step
        typing = open ? index : -1;
        if (open) {
            past.addLast(new Step(before, new ArrayList<>(present)));
        }
        if (past.size() > MOST) {
            past.removeFirst();
        }
        future.clear();
        changedAt = time;
        tell();
    }

    /// Whether a value comes little by little: typed, or from a slider.
    private static boolean goesOn(@Nullable Object value) {
        return value instanceof String || value instanceof Double;
    }

    /// What comes next is another step.
    private void endStep() {
        open = false;
        typing = -1;
        typedBefore = -1;
    }

    /// Changes several fields in one step.
    public void asOne(Runnable change) {
        endStep();
        inOneEvent = true;
        change.run();
        inOneEvent = false;
        endStep();
    }

    /// Changes fields as no person did: nothing to undo, and undoing what was done before leaves
    /// them.
    public void silently(Runnable change) {
        boolean outer = silent;
        silent = true;
        try {
            change.run();
        } finally {
            silent = outer;
            endStep();
        }
    }

    /// Takes over what stands in the fields of another one of the same form, which is made anew.
    /// Fields that were watched later than here are left out.
    public void follow(FormHistory before) {
        int known = Math.min(fields.size(), before.fields.size());
        silently(
                () -> {
                    for (int index = 0; index < known; index++) {
                        set(fields.get(index), before.fields.get(index).getValue());
                    }
                });
    }

    /// Takes the last step back, if there is one.
    public void undo() {
        if (!past.isEmpty()) {
            Step step = past.removeLast();
            future.addLast(step);
            restore(step.after(), step.before());
        }
    }

    /// Does again what was undone last, if nothing was changed since.
    public void redo() {
        if (!future.isEmpty()) {
            Step step = future.removeLast();
            past.addLast(step);
            restore(step.before(), step.after());
        }
    }

    /// Sets every field, the unchanged too: a field that is set may set others.
    private void restore(List<@Nullable Object> from, List<@Nullable Object> to) {
        var wanted = new ArrayList<@Nullable Object>(present);
        for (int index = 0; index < from.size(); index++) {
            if (!Objects.equals(from.get(index), to.get(index))) {
                wanted.set(index, to.get(index));
            }
        }
        silently(
                () -> {
                    for (int index = 0; index < wanted.size(); index++) {
                        set(fields.get(index), wanted.get(index));
                    }
                });
        tell();
    }

    @SuppressWarnings("unchecked") // the value came out of this property
    private static <T> void set(Property<T> field, @Nullable Object value) {
        field.setValue((T) value);
    }

    /// Begins anew with what the fields say now.
    public void forget() {
        past.clear();
        future.clear();
        endStep();
        tell();
    }

    private void tell() {
        undoable.set(!past.isEmpty());
        redoable.set(!future.isEmpty());
    }

    public ReadOnlyBooleanProperty undoable() {
        return undoable.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty redoable() {
        return redoable.getReadOnlyProperty();
    }
}
