package org.clpworkbench.ui.hub;

import org.clpworkbench.hub.HubRepository;
import org.clpworkbench.lm.FreeMemory;
import org.clpworkbench.lm.ModelMemory;
import org.clpworkbench.ui.common.Numbers;
import org.clpworkbench.ui.common.Texts;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What the screen says of a model, or of a data set.
final class ModelWords {
    private static final int MOST_LANGUAGES = 4;

    private final Texts texts = Texts.of(HubView.class);

    /// "German" for "de", in the language that is spoken; the code where it has no name.
    static String language(String code) {
        return Locale.of(code).getDisplayLanguage(Texts.language());
    }

    static String languages(List<String> codes) {
        String first =
                String.join(
                        ", ",
                        codes.stream().limit(MOST_LANGUAGES).map(ModelWords::language).toList());
        return codes.size() <= MOST_LANGUAGES ? first : first + " …";
    }

    /// "124 M, trains here · mit · German", as far as it is known.
    ///
    /// @param trainable whether it can be trained on this machine
    String facts(
            long parameters, Optional<Boolean> trainable, String licence, List<String> languages) {
        var facts = new ArrayList<String>();
        if (parameters > 0) {
            String many = Numbers.count(parameters);
            facts.add(
                    trainable
                            .map(fits -> texts.get(fits ? "fits.yes" : "fits.no", many))
                            .orElse(many));
        }
        if (!licence.isEmpty()) {
            facts.add(licence);
        }
        if (!languages.isEmpty()) {
            facts.add(languages(languages));
        }
        return String.join(" · ", facts);
    }

    /// What its page says of a model: task, licence, languages, parameters, commit.
    String of(HubRepository model) {
        var facts = new ArrayList<String>();
        if (!model.task().isEmpty()) {
            facts.add(model.task());
        }
        addTerms(facts, model);
        model.totalParameters()
                .ifPresent(many -> facts.add(texts.get("page.parameters", Numbers.count(many))));
        facts.add(texts.get("page.commit", model.commit().orElseThrow().substring(0, 8)));
        return String.join(" · ", facts);
    }

    /// What is said of a data set: licence, languages, and whether it is given on request.
    String ofTexts(HubRepository set) {
        var facts = new ArrayList<String>();
        addTerms(facts, set);
        if (set.gated()) {
            facts.add(texts.get("mark.gated"));
        }
        return String.join(" · ", facts);
    }

    private void addTerms(List<String> facts, HubRepository of) {
        facts.add(
                of.licence().isEmpty()
                        ? texts.get("page.licence.none")
                        : texts.get("page.licence", of.licence()));
        if (!of.languages().isEmpty()) {
            facts.add(languages(of.languages()));
        }
    }

    /// What memory it takes of what is free.
    String memory(ModelMemory memory, FreeMemory free) {
        boolean fits = memory.transfer() <= free.machine();
        String transfer =
                texts.get(
                        fits ? "memory.transfer.fits" : "memory.transfer.not",
                        Numbers.bytes(memory.transfer()),
                        Numbers.bytes(free.machine()));
        String training = training(memory, free.training());
        String both = transfer + " " + training;
        return free.gpu().isEmpty() || memory.training().isEmpty()
                ? both
                : both + " " + texts.get("memory.gpu", Numbers.bytes(free.training()));
    }

    private String training(ModelMemory memory, long free) {
        OptionalLong all = memory.training();
        OptionalLong less = memory.recomputed();
        if (all.isEmpty() || less.isEmpty()) {
            return texts.get("memory.training.never");
        }
        String bytes = Numbers.bytes(all.getAsLong());
        if (all.getAsLong() <= free) {
            return texts.get("memory.training.fits", bytes);
        }
        return less.getAsLong() <= free
                ? texts.get("memory.training.less", bytes, Numbers.bytes(less.getAsLong()))
                : texts.get("memory.training.not", bytes, Numbers.bytes(less.getAsLong()));
    }
}
