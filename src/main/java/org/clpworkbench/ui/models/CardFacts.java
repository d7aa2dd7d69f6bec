package org.clpworkbench.ui.models;

import javafx.scene.control.Label;

import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.MemoryFit;
import org.clpworkbench.lm.ModelMemory;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.Visibility;

import java.util.Optional;

/// What a card says of a model besides its figures: its licence, and what this machine's memory is
/// enough for.
final class CardFacts extends Label {
    private final Texts texts = Texts.of(ModelsView.class);

    CardFacts() {
        getStyleClass().addAll("text-muted", "card-facts");
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        clear();
    }

    void clear() {
        setText("");
        Visibility.set(this, false);
    }

    /// @param free empty while nobody has looked
    void show(ModelEntry model, Optional<FreeMemory> free) {
        String licence =
                model.licence()
                        .map(name -> texts.get("card.licence", name))
                        .orElseGet(() -> texts.get("card.licence.none"));
        setText(licence);
        if (model.memory().isPresent() && free.isPresent()) {
            ModelMemory needed = model.memory().get();
            setText(licence + " · " + verdict(MemoryFit.of(needed, free.get())));
            Hint.on(this, figures(needed, free.get()));
        } else {
            setTooltip(null);
            setAccessibleHelp(null);
        }
        Visibility.set(this, true);
    }

    private String verdict(MemoryFit fit) {
        return texts.get(
                switch (fit) {
                    case NOTHING -> "fits.nothing";
                    case NEVER_TRAINED -> "fits.never";
                    case TRANSFER -> "fits.transfer";
                    case RECOMPUTED -> "fits.recomputed";
                    case ALL -> "fits.all";
                });
    }

    private String figures(ModelMemory needed, FreeMemory free) {
        String transfer = Numbers.bytes(needed.transfer());
        String machine = Numbers.bytes(free.machine());
        return needed.training().isEmpty() || needed.recomputed().isEmpty()
                ? texts.get("memory.transfer", transfer, machine)
                : texts.get(
                        "memory.both",
                        transfer,
                        machine,
                        Numbers.bytes(needed.training().getAsLong()),
                        Numbers.bytes(needed.recomputed().getAsLong()),
                        Numbers.bytes(free.training()));
    }
}
