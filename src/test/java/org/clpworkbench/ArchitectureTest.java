package org.clpworkbench;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Holds the package table of docs/architecture.md: a package imports only what its row and the
/// rows below name, and every package has a row.
class ArchitectureTest {
    private static final String ROOT = "org.clpworkbench";

    private static final String[] JAVAFX = {
        "javafx..",
        "com.sun.javafx..",
        "org.controlsfx..",
        "atlantafx..",
        "org.kordamp.ikonli..",
        "org.jfree.chart.fx..",
        "org.jfree.fx.."
    };
    private static final String[] DJL = {"ai.djl.."};

    /// Everything that knows no window; screens may use it.
    private static final String SERVICES =
            "tensor table checkpoint vocab vocab.bpe compute projection transfer lm data data.text"
                + " training run run.export race helper generation job settings embedded gpu hub";

    /// A row: the package, the packages of ours that it may import, and which of the two guarded
    /// libraries.
    private record Row(String name, Set<String> imports, boolean djl, boolean javafx) {
        static Row of(String name, String imports) {
            return new Row(name, Set.of(imports.isBlank() ? new String[0] : imports.split(" ")));
        }

        private Row(String name, Set<String> imports) {
            this(name, imports, false, false);
        }

        Row withDjl() {
            return new Row(name, imports, true, javafx);
        }

        Row withJavaFx() {
            return new Row(name, imports, djl, true);
        }

        String packageName() {
            return ROOT + "." + name;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Row> TABLE =
            List.of(
                    Row.of("problem", ""),
                    Row.of("tensor", "problem"),
                    Row.of("checkpoint", "tensor job"),
                    Row.of("job", "problem"),
                    Row.of("embedded", "problem"),
                    Row.of("table", "tensor job"),
                    Row.of("settings", "data embedded"),
                    Row.of("wordvectors", "job"),
                    Row.of("vocab", "checkpoint").withDjl(),
                    Row.of("vocab.bpe", "vocab tensor job"),
                    Row.of("net", "job"),
                    Row.of("hub", "net table checkpoint data.text job"),
                    Row.of("gpu", "net job").withDjl(),
                    Row.of("compute", "tensor gpu job").withDjl(),
                    Row.of("projection", "tensor checkpoint compute job"),
                    Row.of("transfer", "tensor checkpoint vocab compute wordvectors job"),
                    Row.of("lm", "checkpoint compute").withDjl(),
                    Row.of("data.text", "problem"),
                    Row.of("data", "vocab data.text"),
                    Row.of("training", "lm data checkpoint job").withDjl(),
                    Row.of("run", "training transfer job"),
                    Row.of("run.export", "run table"),
                    Row.of(
                            "race",
                            "transfer run training data lm compute job checkpoint tensor table"
                                    + " settings vocab"),
                    Row.of("helper", "vocab.bpe race transfer data"),
                    Row.of("generation", "lm compute vocab tensor job"),
                    Row.of("cli", SERVICES).withDjl(),
                    Row.of("ui.common", "job checkpoint vocab settings data hub").withJavaFx(),
                    Row.of("ui.picture", "tensor job ui.common").withJavaFx(),
                    Row.of("ui.chart", "training run table ui.common ui.picture").withJavaFx(),
                    Row.of("ui.graph", "vocab transfer ui.common ui.picture").withJavaFx(),
                    Row.of("ui.map", SERVICES + " ui.common").withJavaFx(),
                    Row.of("ui.tour", SERVICES + " ui.common").withJavaFx(),
                    screen("models"),
                    screen("hub"),
                    screen("helper"),
                    screen("data"),
                    screen("overlap"),
                    screen("neighbours"),
                    screen("transfer"),
                    screen("training"),
                    screen("runs"),
                    screen("generate"),
                    Row.of(
                                    "ui.shell",
                                    "job settings embedded checkpoint ui.common ui.models ui.data"
                                            + " ui.overlap ui.neighbours ui.transfer ui.training"
                                            + " ui.runs ui.generate ui.tour")
                            .withJavaFx());

    private static JavaClasses classes;

    private static Row screen(String name) {
        return Row.of("ui." + name, SERVICES + " ui.common ui.chart ui.graph ui.map").withJavaFx();
    }

    static Stream<Row> rows() {
        return TABLE.stream();
    }

    @BeforeAll
    static void readTheProgram() {
        classes =
                new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages(ROOT);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void importsOnlyWhatItsRowNames(Row row) {
        DescribedPredicate<JavaClass> forbidden =
                DescribedPredicate.describe(
                        "packages that the row of " + row.name() + " does not name",
                        imported -> isOurs(imported) && !mayImport(row, imported));
        noClasses()
                .that()
                .resideInAPackage(row.packageName())
                .should()
                .dependOnClassesThat(forbidden)
                .allowEmptyShould(true)
                .check(classes);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void usesDjlAndJavaFxOnlyWhereItsRowAllows(Row row) {
        if (!row.djl()) {
            forbid(row, DJL);
        }
        if (!row.javafx()) {
            forbid(row, JAVAFX);
        }
    }

    @Test
    void usesOnlyTheTokenizersOfDjlInVocab() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + ".vocab")
                .should()
                .dependOnClassesThat(
                        resideInAPackage("ai.djl..")
                                .and(
                                        DescribedPredicate.not(
                                                resideInAPackage("ai.djl.huggingface.."))))
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void hasARowForEveryPackage() {
        var known = new TreeSet<String>();
        known.add(ROOT);
        TABLE.forEach(row -> known.add(row.packageName()));
        var found = new TreeSet<String>();
        classes.forEach(type -> found.add(type.getPackageName()));
        assertThat(known).as("rows in the package table").containsAll(found);
    }

    @Test
    void hasNoCyclesBetweenPackages() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(classes);
    }

    @Test
    void keepsViewModelsFreeOfTheSceneGraph() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true)
                .check(classes);
    }

    @Test
    void marksEveryPackageAsFreeOfNulls() {
        var unmarked = new TreeSet<String>();
        for (JavaClass type : classes) {
            if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                unmarked.add(type.getPackageName());
            }
        }
        assertThat(unmarked).as("packages without @NullMarked in package-info.java").isEmpty();
    }

    @Test
    void namesNoClassByAWordThatSaysNothing() {
        var empty = List.of("Manager", "Helper", "Util", "Utils", "Impl", "Data", "Info");
        List<String> offenders =
                classes.stream()
                        .filter(type -> empty.stream().anyMatch(type.getSimpleName()::endsWith))
                        .map(JavaClass::getName)
                        .toList();
        assertThat(offenders).as("classes to be named after what they are").isEmpty();
    }

    private static void forbid(Row row, String[] library) {
        noClasses()
                .that()
                .resideInAPackage(row.packageName())
                .should()
                .dependOnClassesThat(resideInAnyPackage(library))
                .as(row.name() + " must not use " + Arrays.toString(library))
                .allowEmptyShould(true)
                .check(classes);
    }

    private static boolean isOurs(JavaClass type) {
        return type.getPackageName().equals(ROOT) || type.getPackageName().startsWith(ROOT + ".");
    }

    private static boolean mayImport(Row row, JavaClass imported) {
        String name = imported.getPackageName();
        return name.equals(row.packageName())
                || reachable(row).stream().anyMatch(allowed -> name.equals(ROOT + "." + allowed));
    }

    /// What a row names and, because their types stand in signatures, what those rows name.
    private static Set<String> reachable(Row row) {
        var names = new TreeSet<String>(row.imports());
        for (Row below : TABLE) {
            if (row.imports().contains(below.name())) {
                names.addAll(reachable(below));
            }
        }
        return names;
    }
}
