package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * All Java code in the documentation and in Javadoc is a copy of code that is compiled. On a page, a comment such as
 * {@code <!-- glpi-examples: OpenSession#open-session -->} names the module (which is for readers), the class and the tag; Javadoc needs none.
 */
class QuotedExamplesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Pattern BLOCK = Pattern.compile(
            "(?:<!-- [\\w-]+: ([\\w-]+)#([\\w-]+) -->\\R)?^ *```java\\R(.*?)^ *```",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern JAVADOC = Pattern.compile("<pre>\\{@code\\s(.*?)}</pre>", Pattern.DOTALL);
    private static final Pattern MARGIN = Pattern.compile("^ *\\*", Pattern.MULTILINE);

    private static final TaggedCode CODE = TaggedCode.of(ROOT);

    /** A block of Java on a page. */
    record Block(String page, TaggedCode.Tag tag, String text) {
        @Override
        public String toString() {
            return page + " quotes " + tag;
        }
    }

    /** A block of Java in Javadoc. */
    record Snippet(Path source, String text) {
        @Override
        public String toString() {
            return source + ": " + text.strip().lines().findFirst().orElse("");
        }
    }

    static Stream<Block> blocks() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (DirectoryStream<Path> docs = Files.newDirectoryStream(ROOT.resolve("docs"), "*.md")) {
            docs.forEach(pages::add);
        }
        List<Block> blocks = new ArrayList<>();
        for (Path page : pages) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                TaggedCode.Tag tag = new TaggedCode.Tag(block.group(1), block.group(2));
                blocks.add(new Block(ROOT.relativize(page).toString(), tag, block.group(3)));
            }
        }
        return blocks.stream();
    }

    static Stream<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path source : TaggedCode.sources(ROOT)) {
            String path = ROOT.relativize(source).toString();
            if (!path.contains("/src/main/java/") || path.contains("/internal/")) {
                continue;
            }
            Matcher snippet = JAVADOC.matcher(Files.readString(source));
            while (snippet.find()) {
                snippets.add(new Snippet(
                        ROOT.relativize(source),
                        MARGIN.matcher(snippet.group(1)).replaceAll("")));
            }
        }
        return snippets.stream();
    }

    @ParameterizedTest
    @MethodSource("blocks")
    void aPageQuotesCompiledCode(Block block) {
        assertThat(block.tag().type())
                .as("a comment above this block that names its code:%n%s", block.text())
                .isNotNull();
        assertThat(TaggedCode.stripIndent(block.text())).isEqualTo(CODE.text(block.tag()));
    }

    /** Lines may be broken in another way, as Javadoc has less room. */
    @ParameterizedTest
    @MethodSource("snippets")
    void javadocQuotesCompiledCode(Snippet snippet) {
        assertThat(CODE.tags(snippet.text()))
                .as("a tag around compiled code that reads%n%s", snippet.text())
                .isNotEmpty();
    }

    /** A tag without a quotation is useless, and a misspelt comment would not be compared. */
    @Test
    void everyTagIsQuoted() throws IOException {
        Set<TaggedCode.Tag> quoted = new HashSet<>();
        blocks().forEach(block -> quoted.add(block.tag()));
        snippets().forEach(snippet -> quoted.addAll(CODE.tags(snippet.text())));

        assertThat(CODE.tags()).isNotEmpty();
        assertThat(quoted).containsAll(CODE.tags());
    }
}
