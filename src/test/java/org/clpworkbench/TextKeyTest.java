package org.clpworkbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/// Every text of the window stands in the properties beside its FXML, is used, and is there when it
/// is asked for; and so does every sentence of the packages below it about what went wrong.
class TextKeyTest {
    private static final Path RESOURCES = Path.of("resources");
    private static final Path PACKAGES = RESOURCES.resolve("org/clpworkbench");
    private static final Path SOURCES = Path.of("src/main/java");

    private static final Set<String> SHOWN =
            Set.of("text", "promptText", "accessibleText", "accessibleHelp", "title", "headerText");
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");
    private static final Pattern ASKED =
            Pattern.compile("[tT]exts\\w*(?:\\(\\))?\\s*\\.\\s*get\\(\\s*\"([^\"]+)\"\\s*[,)]");
    private static final Pattern SENTENCE =
            Pattern.compile("Sentence\\.of\\(\\s*(\\w+)\\.class,\\s*([^;]*?)(?:,|\\)(?!\\s*\\?))");
    private static final Pattern PLACE = Pattern.compile("\\{(\\d+)");
    private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

    @Test
    void everyKeyOfAnFxmlIsInThePropertiesBesideIt() throws Exception {
        var missing = new ArrayList<String>();
        for (Path fxml : files(RESOURCES, ".fxml")) {
            Path beside =
                    fxml.resolveSibling(
                            fxml.getFileName().toString().replace(".fxml", ".properties"));
            Set<String> keys = Files.exists(beside) ? keys(beside) : Set.of();
            for (String key : fxmlKeys(fxml)) {
                if (!keys.contains(key)) {
                    missing.add(fxml + ": %" + key);
                }
            }
        }
        assertThat(missing).as("keys that no text stands behind").isEmpty();
    }

    @Test
    void noFxmlHoldsAWordThatCannotBeTranslated() throws Exception {
        var words = new ArrayList<String>();
        for (Path fxml : files(RESOURCES, ".fxml")) {
            for (String value : shownValues(fxml)) {
                if (!value.startsWith("%")
                        && !value.startsWith("$")
                        && WORD.matcher(value).find()) {
                    words.add(fxml + ": \"" + value + "\"");
                }
            }
        }
        assertThat(words).as("texts to move to the properties").isEmpty();
    }

    @Test
    void everyKeyThatIsAskedForExists() throws IOException {
        var missing = new ArrayList<String>();
        for (Path source : files(SOURCES, ".java")) {
            var asked = ASKED.matcher(Files.readString(source));
            Set<String> keys = keysOfPackage(resourceFolder(folderOf(source)));
            while (asked.find()) {
                if (!keys.contains(asked.group(1))) {
                    missing.add(source + ": " + asked.group(1));
                }
            }
        }
        assertThat(missing).as("keys that code asks for in vain").isEmpty();
    }

    /// In the bundle of the package that the named class stands in.
    @Test
    void everySentenceThatIsThrownExists() throws IOException {
        var missing = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (Path source : files(SOURCES, ".java")) {
            Path bundle = resourceFolder(folderOf(source)).resolve("Problems.properties");
            Set<String> keys = Files.exists(bundle) ? keys(bundle) : Set.of();
            var thrown = SENTENCE.matcher(Files.readString(source));
            while (thrown.find()) {
                boolean beside = Files.exists(source.resolveSibling(thrown.group(1) + ".java"));
                List<String> asked =
                        LITERAL.matcher(thrown.group(2))
                                .results()
                                .map(literal -> literal.group(1))
                                .toList();
                found.addAll(asked);
                if (!beside || asked.isEmpty() || !keys.containsAll(asked)) {
                    missing.add(source + ": " + thrown.group());
                }
            }
        }
        assertThat(found).as("sentences in the code").contains("folder.none", "file.gone");
        assertThat(missing).as("sentences that stand in no bundle").isEmpty();
    }

    @Test
    void everyKeyIsUsed() throws Exception {
        var unused = new ArrayList<String>();
        for (Path bundle : files(PACKAGES, ".properties")) {
            Set<String> used = literals(sourceFolder(folderOf(bundle)));
            for (Path fxml : files(folderOf(bundle), ".fxml")) {
                used.addAll(fxmlKeys(fxml));
            }
            for (String key : keys(bundle)) {
                if (!isUsed(key, used)) {
                    unused.add(bundle + ": " + key);
                }
            }
        }
        assertThat(unused).as("texts that nothing shows").isEmpty();
    }

    /// With the same places for what is filled in, and in a form that can be filled in.
    @ParameterizedTest
    @ValueSource(strings = {"de", "zh"})
    void everyTextIsTranslated(String language) throws IOException {
        var wrong = new ArrayList<String>();
        for (Path bundle : files(PACKAGES, ".properties")) {
            if (bundle.toString().matches(".*_[a-z]{2}\\.properties")) {
                continue;
            }
            String name = bundle.getFileName().toString().replace(".", "_" + language + ".");
            Path translated = bundle.resolveSibling(name);
            Properties ours = Files.exists(translated) ? read(translated) : new Properties();
            Properties english = read(bundle);
            for (String key : english.stringPropertyNames()) {
                String text = ours.getProperty(key, "");
                if (!places(text).equals(places(english.getProperty(key)))) {
                    wrong.add(translated + ": " + key + "=" + text);
                }
            }
            ours.stringPropertyNames().stream()
                    .filter(key -> !english.containsKey(key))
                    .forEach(key -> wrong.add(translated + ": " + key + " is not asked for"));
        }
        assertThat(wrong).as("texts that do not say what the English ones say").isEmpty();
    }

    /// What is filled in; of a text that is not there, or cannot be filled in, a word that no other
    /// has.
    private static Set<String> places(String text) {
        if (text.isBlank() || text.replace("''", "").contains("'")) {
            return Set.of("none");
        }
        new MessageFormat(text, Locale.ROOT); // throws where it is malformed
        var places = new TreeSet<String>();
        PLACE.matcher(text).results().forEach(place -> places.add(place.group(1)));
        return places;
    }

    /// Code may put a key together: a literal that ends with a dot is the beginning of one, and one
    /// that begins with a dot follows another.
    private static boolean isUsed(String key, Set<String> used) {
        return used.stream()
                .anyMatch(
                        literal ->
                                key.equals(literal)
                                        || (literal.matches("\\w.*\\.") && key.startsWith(literal))
                                        || (literal.matches("\\.\\w+")
                                                && key.endsWith(literal)
                                                && used.contains(
                                                        key.substring(
                                                                0,
                                                                key.length() - literal.length()))));
    }

    private static Set<String> keysOfPackage(Path folder) throws IOException {
        var keys = new TreeSet<String>();
        for (Path bundle : files(folder, ".properties")) {
            keys.addAll(keys(bundle));
        }
        return keys;
    }

    private static Set<String> keys(Path bundle) throws IOException {
        return new TreeSet<>(read(bundle).stringPropertyNames());
    }

    private static Properties read(Path bundle) throws IOException {
        var properties = new Properties();
        try (Reader reader = Files.newBufferedReader(bundle)) {
            properties.load(reader);
        }
        return properties;
    }

    private static Set<String> literals(Path folder) throws IOException {
        var literals = new TreeSet<String>();
        for (Path source : files(folder, ".java")) {
            LITERAL.matcher(Files.readString(source))
                    .results()
                    .forEach(found -> literals.add(found.group(1)));
        }
        return literals;
    }

    private static Set<String> fxmlKeys(Path fxml) throws Exception {
        var keys = new TreeSet<String>();
        for (Element element : elements(fxml)) {
            for (String value : values(element)) {
                if (value.startsWith("%")) {
                    keys.add(value.substring(1));
                }
            }
        }
        return keys;
    }

    private static List<String> shownValues(Path fxml) throws Exception {
        var shown = new ArrayList<String>();
        for (Element element : elements(fxml)) {
            for (String name : SHOWN) {
                if (element.hasAttribute(name)) {
                    shown.add(element.getAttribute(name));
                }
            }
        }
        return shown;
    }

    private static List<String> values(Element element) {
        var attributes = element.getAttributes();
        var values = new ArrayList<String>();
        for (int i = 0; i < attributes.getLength(); i++) {
            values.add(attributes.item(i).getNodeValue());
        }
        return values;
    }

    private static List<Element> elements(Path fxml)
            throws IOException, ParserConfigurationException, SAXException {
        NodeList all =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(fxml.toFile())
                        .getElementsByTagName("*");
        var elements = new ArrayList<Element>();
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.getParent());
    }

    private static Path resourceFolder(Path sourceFolder) {
        return RESOURCES.resolve(SOURCES.relativize(sourceFolder));
    }

    private static Path sourceFolder(Path resourceFolder) {
        return SOURCES.resolve(RESOURCES.relativize(resourceFolder));
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.toString().endsWith(ending)).sorted().toList();
        }
    }
}
