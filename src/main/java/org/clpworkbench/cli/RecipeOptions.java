package org.clpworkbench.cli;

import org.clpworkbench.transfer.Methods;
import org.clpworkbench.transfer.Recipe;
import org.clpworkbench.transfer.Space;
import org.clpworkbench.vocab.Matching;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

import java.util.Arrays;
import java.util.Iterator;
import java.util.function.Supplier;

/// How missing tokens are made: a named method, or one whose parts are changed.
final class RecipeOptions {
    @Option(
            names = "--method",
            defaultValue = Methods.DEFAULT,
            converter = MethodName.class,
            completionCandidates = MethodNames.class,
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private Methods.Entry method;

    @Option(
            names = "--matching",
            description =
                    "When two tokens are the same: exact, canonical, fuzzy or roles (default: the"
                            + " method's).")
    private @Nullable Matching matching;

    @Option(
            names = "--space",
            converter = SpaceName.class,
            completionCandidates = SpaceNames.class,
            description =
                    "Where similarity is measured: ${COMPLETION-CANDIDATES} (default: the"
                            + " method's).")
    private @Nullable Space space;

    @Option(
            names = "--weighting",
            converter = WeightingName.class,
            completionCandidates = WeightingNames.class,
            description =
                    "How anchors are combined: ${COMPLETION-CANDIDATES} (default: the method's).")
    private @Nullable String weighting;

    Recipe recipe() {
        Recipe recipe = method.recipe();
        recipe = matching == null ? recipe : recipe.with(matching);
        recipe = space == null ? recipe : recipe.with(space);
        return weighting == null ? recipe : recipe.withWeighting(weighting);
    }

    private static final class MethodName implements ITypeConverter<Methods.Entry> {
        @Override
        public Methods.Entry convert(String name) {
            return known(() -> Methods.entry(name));
        }
    }

    private static final class SpaceName implements ITypeConverter<Space> {
        @Override
        public Space convert(String word) {
            return known(() -> Space.named(word));
        }
    }

    private static final class WeightingName implements ITypeConverter<String> {
        @Override
        public String convert(String name) {
            return known(() -> Methods.entry(Methods.DEFAULT).recipe().withWeighting(name))
                    .weighting();
        }
    }

    private static <T> T known(Supplier<T> named) {
        try {
            return named.get();
        } catch (IllegalArgumentException unknown) {
            throw new TypeConversionException(String.valueOf(unknown.getMessage()));
        }
    }

    private static final class MethodNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Methods.all().stream().map(Methods.Entry::name).iterator();
        }
    }

    private static final class SpaceNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(Space.values()).map(Space::word).iterator();
        }
    }

    private static final class WeightingNames implements Iterable<String> {
        @Override
        public Iterator<String> iterator() {
            return Methods.weightings().iterator();
        }
    }
}
