package org.clpworkbench.ui.helper;

import javafx.beans.Observable;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.TextSample;
import org.clpworkbench.data.text.TextUnit;
import org.clpworkbench.helper.HelperSize;
import org.clpworkbench.helper.HelperSpec;
import org.clpworkbench.helper.Sensible;
import org.clpworkbench.helper.TextMeasure;
import org.clpworkbench.lm.Precision;
import org.clpworkbench.race.StartFolder;
import org.clpworkbench.training.Execution;
import org.clpworkbench.training.TrainingSpec.Optimisation;
import org.clpworkbench.training.TrainingSpec.Rhythm;
import org.clpworkbench.ui.common.DataSetWords;
import org.clpworkbench.ui.common.Failure;
import org.clpworkbench.ui.common.FormHistory;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;
import org.clpworkbench.ui.common.TypedNumber;
import org.clpworkbench.vocab.bpe.BpeSpec;
import org.jspecify.annotations.Nullable;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person fills in for a helper model. Numbers are kept as typed and checked when they are
/// read; vocabulary, steps, name and precision say what suits until another is entered.
public final class HelperForm {
    /// The size whose layers and width are entered.
    static final String OWN = "own";

    private static final String USUAL_SIZE = HelperSize.PRESETS.getFirst();
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{M}\\p{N} ._-]{1,100}");

    private final Texts texts = Texts.of(HelperViewModel.class);
    private final Path models;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty size = new SimpleStringProperty(USUAL_SIZE);
    private final StringProperty layers = new SimpleStringProperty("");
    private final StringProperty width = new SimpleStringProperty("");
    private final StringProperty vocabulary = new SimpleStringProperty("16000");
    private final StringProperty minFrequency =
            new SimpleStringProperty(Long.toString(BpeSpec.USUAL_FREQUENCY));
    private final StringProperty context = new SimpleStringProperty("256");
    private final StringProperty batch = new SimpleStringProperty("8");
    private final StringProperty steps = new SimpleStringProperty("1000");
    private final StringProperty learningRate = new SimpleStringProperty("0.001");
    private final StringProperty seed =
            new SimpleStringProperty(Long.toString(StartFolder.USUAL_SEED));
    private final StringProperty device = new SimpleStringProperty("auto");
    private final ObjectProperty<Precision> precision =
            new SimpleObjectProperty<>(Precision.suited("cpu"));
    private final List<SizeChoice> sizes =
            Stream.concat(HelperSize.PRESETS.stream(), Stream.of(OWN))
                    .map(SizeChoice::new)
                    .toList();
    private final Suggested suggestedName = new Suggested(name);
    private final Suggested suggestedVocabulary = new Suggested(vocabulary);
    private final Suggested suggestedSteps = new Suggested(steps);
    private final FormHistory history = new FormHistory();
    private Optional<TextMeasure> measure = Optional.empty();
    private Precision suited = precision.get();

    /// @param models folder that gets the model
    HelperForm(Path models) {
        this.models = models;
        size.addListener((_, before, now) -> beginOwn(before, now));
        for (Observable input : inputs()) {
            input.addListener(_ -> follow());
        }
        history.watch(size, layers, width, vocabulary, minFrequency, context, batch);
        history.watch(name, steps, learningRate, seed, device, precision);
        follow();
    }

    /// An own size begins as the one that was chosen before.
    private void beginOwn(String before, String now) {
        if (now.equals(OWN) && !before.equals(OWN)) {
            preset(before)
                    .ifPresent(
                            chosen -> {
                                layers.set(Integer.toString(chosen.layers()));
                                width.set(Integer.toString(chosen.width()));
                            });
        }
    }

    private Optional<HelperSize> preset(String named) {
        try {
            return Optional.of(
                    HelperSize.near(named, vocabularySize(), whole(context, "form.context")));
        } catch (IllegalArgumentException impossible) {
            return Optional.empty();
        }
    }

    private void follow() {
        for (SizeChoice choice : sizes) {
            choice.show(shape(choice.name()));
        }
        try {
            long perStep = (long) whole(batch, "form.batch") * whole(context, "form.context");
            long parameters = size(size.get()).parameters(vocabularySize(), context());
            measure.ifPresent(
                    text ->
                            suggestedSteps.suggest(
                                    Integer.toString(Sensible.steps(parameters, text, perStep))));
        } catch (IllegalArgumentException incomplete) {
            // what is wrong is said where the form is read
        }
    }

    private String shape(String named) {
        try {
            HelperSize chosen = size(named);
            return texts.get(
                    "size.shape",
                    chosen.layers(),
                    Numbers.whole(chosen.width()),
                    chosen.heads(),
                    Numbers.whole(chosen.parameters(vocabularySize(), context())));
        } catch (IllegalArgumentException impossible) {
            boolean unset = named.equals(OWN) && layers.get().isBlank();
            return unset ? texts.get("size.own.how") : Failure.reason(impossible);
        }
    }

    /// What suits a text, once it has been looked at.
    void suit(TextSample text) {
        history.silently(
                () -> suggestedVocabulary.suggest(Integer.toString(Sensible.vocabulary(text))));
    }

    /// What suits a text, once it has been measured.
    void suit(TextMeasure text) {
        measure = Optional.of(text);
        history.silently(this::follow);
    }

    /// The faster precision on this machine's device.
    void suit(Precision faster) {
        if (precision.get() == suited) {
            history.silently(() -> precision.set(faster));
        }
        suited = faster;
    }

    /// A name for a model of these texts that no other has.
    void suit(DataSet data) {
        String file = DataSetWords.fileName(data.inputs().getFirst());
        String language =
                file.replaceFirst("[.*?\\[{].*", "")
                        .replaceFirst("[-_](train|training)$", "")
                        .replaceAll("[^\\p{L}\\p{M}\\p{N}_-]+", "-");
        String wanted = language.isBlank() ? data.choices().language().orElse("helper") : language;
        history.silently(() -> suggestedName.suggest(free(wanted)));
    }

    /// Another name, if there is a model of the present one.
    void renew() {
        history.silently(() -> name.set(free(name.get().strip())));
    }

    private String free(String wanted) {
        String free = wanted;
        for (int next = 2; Files.exists(models.resolve(free)); next++) {
            free = wanted + "-" + next;
        }
        return free;
    }

    /// @throws IllegalArgumentException with a sentence for people when something is missing
    HelperSpec spec(@Nullable DataSet from) {
        if (from == null) {
            throw new IllegalArgumentException(texts.get("missing.text"));
        }
        int wanted = whole(steps, "form.steps");
        return new HelperSpec(
                from,
                from.choices().unit() == TextUnit.FILE,
                tokenizer(),
                size(size.get()),
                target(),
                new HelperSpec.Training(
                        wanted,
                        whole(batch, "form.batch"),
                        context(),
                        Optimisation.standard(wanted)
                                .withRate(TypedNumber.learningRate(learningRate.get())),
                        whole(seed, "form.seed"),
                        new Execution(precision.get(), device.get().strip()),
                        Rhythm.standard(wanted)));
    }

    /// The tokenizer that is asked for.
    BpeSpec tokenizer() {
        int size = vocabularySize();
        return new BpeSpec(
                size, whole(minFrequency, "form.frequency"), BpeSpec.gpt2(size).specialTokens());
    }

    private int vocabularySize() {
        return BpeSpec.gpt2(whole(vocabulary, "form.vocabulary")).vocabularySize();
    }

    private int context() {
        int tokens = whole(context, "form.context");
        if (tokens < 2) {
            throw new IllegalArgumentException(texts.get("wrong.context", tokens));
        }
        return tokens;
    }

    private HelperSize size(String named) {
        return named.equals(OWN)
                ? new HelperSize(whole(layers, "form.layers"), whole(width, "form.width"))
                : HelperSize.near(named, vocabularySize(), context());
    }

    private Path target() {
        String wanted = name.get().strip();
        if (wanted.isEmpty()) {
            throw new IllegalArgumentException(texts.get("missing.name"));
        }
        if (!NAME.matcher(wanted).matches() || wanted.startsWith(".") || wanted.endsWith(".")) {
            throw new IllegalArgumentException(texts.get("wrong.name", wanted));
        }
        Path target = models.resolve(wanted);
        if (Files.exists(target)) {
            throw new IllegalArgumentException(texts.get("taken.name", wanted, models));
        }
        return target;
    }

    private int whole(StringProperty typed, String nameKey) {
        return TypedNumber.whole(texts.bundle().getString(nameKey), typed.get());
    }

    FormHistory history() {
        return history;
    }

    /// Everything whose change changes what would be made.
    Observable[] inputs() {
        return new Observable[] {
            name,
            size,
            layers,
            width,
            vocabulary,
            minFrequency,
            context,
            batch,
            steps,
            learningRate,
            seed,
            device,
            precision
        };
    }

    /// The presets, then an own size.
    List<SizeChoice> sizes() {
        return sizes;
    }

    /// Of the model's folder.
    public StringProperty name() {
        return name;
    }

    /// The name of a {@link SizeChoice}.
    public StringProperty size() {
        return size;
    }

    public StringProperty layers() {
        return layers;
    }

    public StringProperty width() {
        return width;
    }

    public StringProperty vocabulary() {
        return vocabulary;
    }

    public StringProperty minFrequency() {
        return minFrequency;
    }

    /// Tokens a sequence.
    public StringProperty contextLength() {
        return context;
    }

    public StringProperty batch() {
        return batch;
    }

    public StringProperty steps() {
        return steps;
    }

    public StringProperty learningRate() {
        return learningRate;
    }

    public StringProperty seed() {
        return seed;
    }

    public StringProperty device() {
        return device;
    }

    public ObjectProperty<Precision> precision() {
        return precision;
    }
}
