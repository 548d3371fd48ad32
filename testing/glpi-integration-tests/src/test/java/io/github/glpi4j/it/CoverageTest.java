package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page on coverage names tests and methods that exist. */
class CoverageTest {

    private static final Path ROOT = Path.of("..", "..");
    private static final Pattern TEST = Pattern.compile("`(\\w+Test)#(\\w+)`");
    private static final Pattern METHOD =
            Pattern.compile("`(GlpiClient|GlpiClientBuilder|GlpiSession|Items|Documents|MassiveActions)\\.(\\w+)\\(");

    private static final Map<String, String> FOLDERS =
            Map.of("Items", "item/", "Documents", "document/", "MassiveActions", "massiveaction/");

    @Test
    void thePageNamesWhatExists() throws IOException {
        List<String> endpoints = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/coverage.md"))) {
            if (line.startsWith("| `")) {
                endpoints.add(line);
                if (!line.contains("| not ")) {
                    assertNamesExist(line);
                }
            }
        }
        assertThat(endpoints).hasSizeGreaterThanOrEqualTo(29);
    }

    private static void assertNamesExist(String line) throws IOException {
        Matcher test = TEST.matcher(line);
        assertThat(test.find()).as("a test in %s", line).isTrue();
        Path here = Path.of("src/test/java/io/github/glpi4j/it", test.group(1) + ".java");
        Path inCore = ROOT.resolve("glpi-core/src/test/java/io/github/glpi4j").resolve(test.group(1) + ".java");
        assertThat(Files.exists(here) ? here : inCore).content().contains("void " + test.group(2) + "(");
        Matcher method = METHOD.matcher(line);
        assertThat(method.find()).as("a method in %s", line).isTrue();
        do {
            String type = method.group(1);
            String folder = FOLDERS.getOrDefault(type, "");
            assertThat(ROOT.resolve("glpi-core/src/main/java/io/github/glpi4j/" + folder + type + ".java"))
                    .content()
                    .containsPattern("[ >]" + method.group(2) + "\\(");
        } while (method.find());
    }
}
