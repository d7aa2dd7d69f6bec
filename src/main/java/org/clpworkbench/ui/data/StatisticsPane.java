package org.clpworkbench.ui.data;

import javafx.geometry.HPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataStatistics;
import org.clpworkbench.data.Fate;
import org.clpworkbench.data.TextsFound;
import org.clpworkbench.ui.common.Hint;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.ScriptNames;
import org.clpworkbench.ui.common.ShareBars;
import org.clpworkbench.ui.common.Texts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What the texts are like: documents by what becomes of them, sizes, tokens by both tokenizers,
/// lengths, scripts.
final class StatisticsPane extends VBox {
    private static final double BAR = 120;
    private static final int MOST_SCRIPTS = 4;

    private final Texts texts = Texts.of(DataView.class);
    private final DataViewModel viewModel;

    StatisticsPane(DataViewModel viewModel) {
        this.viewModel = viewModel;
        setId("statistics");
        getStyleClass().add("data-statistics");
        viewModel.counted().subscribe(this::show);
        viewModel.chosen().found().subscribe(this::show);
        viewModel.counting().current().subscribe(this::show);
        show();
    }

    private void show() {
        Counted counted = viewModel.counted().get();
        if (counted == null) {
            showNone();
            return;
        }
        DataStatistics helper = counted.helper();
        getChildren()
                .setAll(
                        part("statistics.documents", fates(helper)),
                        part("statistics.text", figures(helper)),
                        part("statistics.tokens", tokens(counted)));
        if (counted.source().isEmpty() && viewModel.counting().current().get() == null) {
            sourceName().ifPresent(name -> getChildren().add(button("count.source", name)));
        }
        if (helper.documents() > 1 && helper.tokens() > 0) {
            getChildren().add(part("statistics.lengths", lengths(helper)));
        }
        if (!helper.scripts().isEmpty()) {
            getChildren().add(part("statistics.scripts", scripts(helper)));
        }
    }

    private void showNone() {
        boolean counting = viewModel.counting().current().get() != null;
        var words = new Label(texts.get(counting ? "statistics.counting" : "statistics.none"));
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.getStyleClass().add("text-muted");
        getChildren().setAll(words);
        TextsFound found = viewModel.chosen().found().get();
        if (!counting && found != null && found.bytes() > 0) {
            getChildren().add(button("count", Numbers.bytes(found.bytes())));
        }
    }

    private Optional<String> sourceName() {
        return Optional.ofNullable(viewModel.pair().source().get()).map(ModelSummary::name);
    }

    private Button button(String key, String filled) {
        var button = new Button(texts.get(key, filled));
        button.setId("count");
        button.setMinWidth(USE_PREF_SIZE);
        Hint.on(button, texts.get("count.hint"));
        button.setOnAction(_ -> viewModel.count());
        return button;
    }

    private VBox part(String title, GridPane content) {
        var head = new Label(texts.get(title));
        head.getStyleClass().add("statistics-title");
        head.setMaxWidth(Double.MAX_VALUE);
        var part = new VBox(head, content);
        part.getStyleClass().add("statistics-part");
        return part;
    }

    private GridPane fates(DataStatistics counts) {
        Map<Fate, Long> documents = new EnumMap<>(Fate.class);
        documents.put(Fate.TRAINING, counts.documents() - counts.validationDocuments());
        documents.put(Fate.VALIDATION, counts.validationDocuments());
        documents.put(Fate.BLANK, counts.blank());
        documents.put(Fate.DUPLICATE, counts.duplicates());
        documents.put(Fate.OTHER_LANGUAGE, counts.otherLanguage());
        long all = documents.values().stream().mapToLong(Long::longValue).sum();
        var bars = new ShareBars(BAR);
        documents.forEach(
                (fate, count) ->
                        bars.add(
                                FateCell.symbol(fate) + " " + texts.get("fate." + fate),
                                all == 0 ? 0 : (double) count / all,
                                Numbers.whole(count),
                                FateCell.style(fate)));
        return bars;
    }

    private GridPane figures(DataStatistics counts) {
        var grid = grid(1);
        figure(grid, "figure.bytes", Numbers.bytes(counts.bytes()));
        figure(grid, "figure.characters", Numbers.whole(counts.characters()));
        figure(grid, "figure.words", Numbers.whole(counts.words()));
        return grid;
    }

    private GridPane tokens(Counted counted) {
        boolean both = counted.source().isPresent();
        var grid = grid(both ? 2 : 1);
        if (both) {
            grid.addRow(0, new Label(), head(helperName()), head(sourceName().orElse("")));
        }
        compared(grid, "figure.tokens", counted, it -> Numbers.whole(it.tokens()));
        compared(grid, "figure.perWord", counted, it -> Numbers.decimal(it.tokensPerWord(), 2));
        compared(grid, "figure.perToken", counted, it -> Numbers.decimal(it.bytesPerToken(), 2));
        compared(
                grid,
                "figure.perDocument",
                counted,
                it -> Numbers.significant((double) it.tokens() / Math.max(1, it.documents())));
        compared(grid, "figure.distinct", counted, it -> Numbers.whole(it.distinct()));
        return grid;
    }

    private String helperName() {
        ModelSummary helper = viewModel.pair().helper().get();
        return helper == null ? "" : helper.name();
    }

    private static Label head(String name) {
        var head = new Label(name);
        head.getStyleClass().add("text-muted");
        return head;
    }

    private void compared(
            GridPane grid, String key, Counted counted, Function<DataStatistics, String> figure) {
        String helper = figure.apply(counted.helper());
        if (counted.source().isPresent()) {
            figure(grid, key, helper, figure.apply(counted.source().get()));
        } else {
            figure(grid, key, helper);
        }
    }

    private static GridPane grid(int values) {
        var grid = new GridPane();
        grid.getStyleClass().add("statistics-grid");
        var names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(100);
        grid.getColumnConstraints().add(names);
        for (int value = 0; value < values; value++) {
            var figures = new ColumnConstraints();
            figures.setMinWidth(USE_PREF_SIZE);
            figures.setHalignment(HPos.RIGHT);
            grid.getColumnConstraints().add(figures);
        }
        return grid;
    }

    private void figure(GridPane grid, String key, String... values) {
        var name = new Label(texts.get(key));
        Hint.on(name, texts.get(key + ".hint"));
        int row = grid.getRowCount();
        grid.add(name, 0, row);
        for (int value = 0; value < values.length; value++) {
            var figure = new Label(values[value]);
            figure.getStyleClass().add("share-figure");
            grid.add(figure, 1 + value, row);
        }
    }

    /// How long documents are: bars on a scale on which ten times as long is one step more.
    private GridPane lengths(DataStatistics counts) {
        int longest = counts.lengths().getLast().tokens();
        var bars = new ShareBars(BAR);
        for (DataStatistics.Quantile each : counts.lengths()) {
            bars.add(
                    lengthWords(each.share()),
                    Math.log1p(each.tokens()) / Math.log1p(longest),
                    Numbers.whole(each.tokens()),
                    "special");
        }
        return bars;
    }

    private String lengthWords(double share) {
        if (share == 0) {
            return texts.get("length.least");
        }
        return share == 1
                ? texts.get("length.most")
                : texts.get("length.upTo", Numbers.percent(share));
    }

    private GridPane scripts(DataStatistics counts) {
        var bars = new ShareBars(BAR);
        counts.scripts().stream()
                .limit(MOST_SCRIPTS)
                .forEach(
                        script ->
                                bars.add(
                                        ScriptNames.of(script.name()),
                                        script.share(),
                                        Numbers.percent(script.share()),
                                        "special"));
        return bars;
    }
}
