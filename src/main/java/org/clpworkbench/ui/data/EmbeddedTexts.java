package org.clpworkbench.ui.data;

import org.clpworkbench.checkpoint.ModelSummary;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.embedded.EmbeddedDemo;
import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The texts that come with the program: one data set for each embedded helper, in its language.
final class EmbeddedTexts {
    private final SequencedMap<Path, DataSet> byHelper = new LinkedHashMap<>();

    EmbeddedTexts(EmbeddedDemo demo) {
        for (EmbeddedDemo.Target target : demo.targets()) {
            byHelper.put(target.helper(), DataSet.of(target.training(), target.validation()));
        }
    }

    /// In the language of an embedded helper; empty for another model.
    Optional<DataSet> of(@Nullable ModelSummary helper) {
        return Optional.ofNullable(helper).map(ModelSummary::folder).map(byHelper::get);
    }

    /// In the language of the helper, or those that a first start shows.
    DataSet usual(@Nullable ModelSummary helper) {
        return of(helper).orElseGet(() -> byHelper.firstEntry().getValue());
    }

    boolean contains(@Nullable DataSet data) {
        return byHelper.containsValue(data);
    }

    /// Whether files, folders or patterns are those of one of the data sets.
    boolean areInputs(List<String> inputs) {
        return byHelper.values().stream().anyMatch(data -> data.inputs().equals(inputs));
    }
}
