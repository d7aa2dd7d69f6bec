package org.clpworkbench.race;

import org.clpworkbench.checkpoint.ModelName;
import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.transfer.TransferTexts;

import java.nio.file.Path;
import java.util.List;

/// What a run of a race starts from.
public sealed interface Start {
    /// What people call it.
    String name();

    /// The transfer method it was made by; empty when that is not known.
    String method();

    /// The folder whose tokenizer its model has.
    Path tokenizer();

    /// A transfer that is made for the race, or was made before with the same inputs.
    ///
    /// @param texts that the method reads; none where it reads none
    record Transferred(Path source, Path helper, String method, TransferTexts texts)
            implements Start {
        /// @throws IllegalArgumentException for a method that is not known, or one that reads a
        ///   text which is not given
        public Transferred {
            source = source.toAbsolutePath().normalize();
            helper = helper.toAbsolutePath().normalize();
            Space space = Recipe.of(method).space();
            texts.check(space);
            texts = space.readsTexts() ? texts : TransferTexts.NONE;
        }

        @Override
        public String name() {
            return method;
        }

        @Override
        public Path tokenizer() {
            return helper;
        }
    }

    /// A model folder as it is.
    record Folder(Path model) implements Start {
        public Folder {
            model = model.toAbsolutePath().normalize();
        }

        @Override
        public String name() {
            return ModelName.of(model);
        }

        @Override
        public String method() {
            return "";
        }

        @Override
        public Path tokenizer() {
            return model;
        }
    }

    /// One start for each method.
    static List<Start> transferred(
            Path source, Path helper, List<String> methods, TransferTexts texts) {
        return methods.stream()
                .<Start>map(method -> new Transferred(source, helper, method, texts))
                .toList();
    }

    /// 0 for training from scratch, 1 for the other baselines, 2 for the rest: the order in which
    /// runs are trained, so that the later ones are seen falling below the baseline.
    default int turn() {
        if (method().equals("random")) {
            return 0;
        }
        boolean baseline =
                Methods.all().stream().anyMatch(m -> m.baseline() && m.name().equals(method()));
        return baseline ? 1 : 2;
    }
}
