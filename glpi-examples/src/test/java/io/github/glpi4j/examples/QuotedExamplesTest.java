package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documentation quotes, after a comment such as {@code <!-- glpi-examples: OpenSession#open-session -->}. */
class QuotedExamplesTest {

    private static final Path ROOT = Path.of("..");

    /** The examples, and tests that need what examples do not depend on. */
    private static final List<Path> SOURCES = List.of(
            Path.of("src/main/java/io/github/glpi4j/examples"),
            ROOT.resolve("integrations/glpi-session-jcache/src/test/java/io/github/glpi4j/session/jcache"),
            ROOT.resolve("integrations/applications/quarkus-3/src/main/java/org/example/assets"),
            ROOT.resolve("integrations/glpi-spring-boot-starter/src/test/java/io/github/glpi4j/spring"),
            ROOT.resolve("integrations/applications/spring-boot/src/main/java/org/example/desk"),
            ROOT.resolve("integrations/applications/spring-boot/src/test/java/org/example/desk"),
            ROOT.resolve("integrations/applications/spring-boot-3.5-vertx/src/main/java/org/example/desk"),
            ROOT.resolve("integrations/applications/vertx-5/src/main/java/org/example/inventory"));

    private static final Pattern TAG = Pattern.compile("// tag::([\\w-]+)\\[]");
    private static final Pattern QUOTE =
            Pattern.compile("<!-- glpi-[a-z-]+: (\\w+)#([\\w-]+) -->\\R```java\\R(.*?)```", Pattern.DOTALL);

    static Stream<Arguments> quotes() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (DirectoryStream<Path> docs = Files.newDirectoryStream(ROOT.resolve("docs"), "*.md")) {
            docs.forEach(pages::add);
        }
        List<Arguments> quotes = new ArrayList<>();
        for (Path page : pages) {
            Matcher quote = QUOTE.matcher(Files.readString(page));
            while (quote.find()) {
                quotes.add(Arguments.of(page.getFileName().toString(), quote.group(1), quote.group(2), quote.group(3)));
            }
        }
        return quotes.stream();
    }

    @ParameterizedTest(name = "{0} quotes {1}#{2}")
    @MethodSource("quotes")
    void equalsTheCompiledCode(String page, String type, String tag, String quoted) throws IOException {
        assertThat(quoted).isEqualTo(tagged(type, tag));
    }

    /** A tag that no page quotes is useless, and a misspelt marker would not be compared. */
    @Test
    void everyTagIsQuoted() throws IOException {
        Set<String> tags = new TreeSet<>();
        for (Path folder : SOURCES) {
            try (DirectoryStream<Path> sources = Files.newDirectoryStream(folder, "*.java")) {
                for (Path source : sources) {
                    Matcher tag = TAG.matcher(Files.readString(source));
                    while (tag.find()) {
                        tags.add(source.getFileName().toString().replace(".java", "#") + tag.group(1));
                    }
                }
            }
        }
        assertThat(quotes().map(quote -> quote.get()[1] + "#" + quote.get()[2]))
                .isNotEmpty()
                .containsAll(tags);
    }

    private static String tagged(String type, String tag) throws IOException {
        Path file = SOURCES.stream()
                .map(folder -> folder.resolve(type + ".java"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        String source = Files.readString(file);
        Matcher code = Pattern.compile("// tag::" + tag + "\\[]\\R(.*?)[ ]*// end::" + tag + "\\[]", Pattern.DOTALL)
                .matcher(source);
        assertThat(code.find()).as("tag %s in %s", tag, type).isTrue();
        return code.group(1).stripTrailing().stripIndent() + "\n";
    }
}
