package org.clpworkbench.helper;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.clpworkbench.data.DataChoices;
import org.clpworkbench.data.DataSet;
import org.clpworkbench.data.NextToken;
import org.clpworkbench.data.Preparation;
import org.clpworkbench.data.PreparedText;
import org.clpworkbench.data.text.TextFiles;
import org.clpworkbench.job.Progress;
import org.clpworkbench.problem.Sentence;
import org.clpworkbench.problem.ToldException;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The texts of a helper model as tokens of its own.
///
/// @param choices by which documents were taken and split
/// @param text to train on, with what is kept back
/// @param apart a text that was given to evaluate on
record HelperTexts(DataChoices choices, PreparedText text, Optional<PreparedText> apart) {
    /// The choices with a unit of running text that leaves something to keep back.
    ///
    /// @throws IOException when a text is not there
    static DataChoices choices(HelperSpec spec, Progress progress) throws IOException {
        DataSet texts = spec.texts();
        if (texts.validation().isPresent()) {
            TextFiles.find(List.of(texts.validation().get()));
        }
        return spec.fitted(progress).texts().choices();
    }

    /// @param model folder with the tokenizer
    /// @param cache folder that prepared texts are kept in
    /// @throws IOException when there is too little to train or to evaluate on
    static HelperTexts prepare(
            HelperSpec spec, DataChoices choices, Path model, Path cache, Progress progress)
            throws IOException {
        DataSet texts = spec.texts();
        var text = new Preparation(texts.inputs(), choices, model, cache).run(progress);
        Optional<PreparedText> apart = Optional.empty();
        if (texts.validation().isPresent()) {
            List<String> given = List.of(texts.validation().get());
            apart = Optional.of(new Preparation(given, choices, model, cache).run(progress));
        }
        int least = new NextToken().needed(spec.training().context());
        long train = text.contents().trainingTokens();
        require(train, least, Sentence.of(HelperTexts.class, "tokens.train", train, least));
        long evaluate =
                apart.map(it -> it.contents().trainingTokens())
                        .orElse(text.contents().validationTokens());
        require(
                evaluate,
                least,
                Sentence.of(HelperTexts.class, "tokens.evaluate", evaluate, least));
        return new HelperTexts(choices, text, apart);
    }

    private static void require(long tokens, int least, Sentence few) throws IOException {
        if (tokens < least) {
            throw new ToldException(few);
        }
    }

    Path training() {
        return text.training();
    }

    Path validation() {
        return apart.map(PreparedText::training)
                .or(text::validation)
                .orElseThrow(() -> new IllegalStateException("Nothing was kept back."));
    }

    /// Says in helper.json which texts there were and how documents were taken from them.
    void describe(ObjectNode root) {
        root.set("texts", files(text));
        ObjectNode documents = root.putObject("documents");
        documents.put("taken", text.statistics().documents());
        documents.put("bytes", text.statistics().bytes());
        documents.put("blank", text.statistics().blank());
        documents.put("duplicates", text.statistics().duplicates());
        documents.put("otherLanguage", text.statistics().otherLanguage());
        documents.put("unit", choices.unit().name());
        documents.put("deduplicate", choices.deduplicate());
        choices.column().ifPresent(it -> documents.put("column", it));
        choices.language().ifPresent(it -> documents.put("language", it));
        choices.languageColumn().ifPresent(it -> documents.put("languageColumn", it));
        choices.script().ifPresent(it -> documents.put("script", it.name()));
        ObjectNode validation = root.putObject("validation");
        if (apart.isPresent()) {
            validation.set("texts", files(apart.get()));
        } else {
            validation.put("documents", text.statistics().validationDocuments());
            validation.put("share", choices.validationShare());
            validation.put("seed", choices.seed());
        }
    }

    private static ArrayNode files(PreparedText text) {
        ArrayNode files = new JsonMapper().createArrayNode();
        for (PreparedText.Source source : text.contents().sources()) {
            files.addObject()
                    .put("name", String.valueOf(Path.of(source.file()).getFileName()))
                    .put("sha256", source.sha256());
        }
        return files;
    }
}
