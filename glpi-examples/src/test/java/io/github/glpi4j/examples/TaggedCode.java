package io.github.glpi4j.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code between {@code // tag::name[]} and {@code // end::name[]} in all Java sources of the project. */
final class TaggedCode {

    private static final Pattern TAG = Pattern.compile("// tag::([\\w-]+)\\[]\\R");
    private static final Pattern TAG_LINE = Pattern.compile("^ *// (?:tag|end)::[\\w-]+\\[]\\R", Pattern.MULTILINE);
    private static final Pattern SPACE = Pattern.compile("\\s+");

    /** A tag; without a name, the one that is missing on a page. */
    record Tag(@Nullable String type, @Nullable String name) {
        @Override
        public String toString() {
            return type == null ? "nothing" : type + "#" + name;
        }
    }

    private final Map<Tag, String> codes;

    private TaggedCode(Map<Tag, String> codes) {
        this.codes = codes;
    }

    static TaggedCode of(Path root) {
        Map<Tag, String> codes = new HashMap<>();
        try {
            for (Path source : sources(root)) {
                String type = source.getFileName().toString().replace(".java", "");
                String text = Files.readString(source);
                Matcher tag = TAG.matcher(text);
                while (tag.find()) {
                    int end = text.indexOf("// end::" + tag.group(1) + "[]", tag.end());
                    assertThat(end)
                            .as("an end of %s in %s", tag.group(1), source)
                            .isPositive();
                    String code = text.substring(tag.end(), text.lastIndexOf('\n', end) + 1);
                    String previous = codes.put(
                            new Tag(type, tag.group(1)),
                            stripIndent(TAG_LINE.matcher(code).replaceAll("")));
                    assertThat(previous)
                            .as("another tag %s of a %s", tag.group(1), type)
                            .isNull();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TaggedCode(codes);
    }

    /** The Java sources of all modules, without what builds have made. */
    static List<Path> sources(Path root) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : modules(root)) {
            for (String folder : List.of("src/main/java", "src/test/java")) {
                if (Files.isDirectory(module.resolve(folder))) {
                    try (Stream<Path> files = Files.walk(module.resolve(folder))) {
                        files.filter(file -> file.toString().endsWith(".java")).forEach(sources::add);
                    }
                }
            }
        }
        return sources;
    }

    private static List<Path> modules(Path root) throws IOException {
        try (Stream<Path> folders = Files.find(
                root,
                4,
                (path, attributes) -> path.endsWith("src")
                        && (Files.isDirectory(path.resolve("main/java"))
                                || Files.isDirectory(path.resolve("test/java"))))) {
            return folders.map(Path::getParent).toList();
        }
    }

    /** Without the line break at the end, which {@link String#stripIndent} takes for a line without indentation. */
    static String stripIndent(String code) {
        return code.stripTrailing().stripIndent() + "\n";
    }

    Set<Tag> tags() {
        return codes.keySet();
    }

    /** {@return the tags around a text, whose lines may be broken elsewhere} */
    Set<Tag> tags(String text) {
        String wanted = SPACE.matcher(text).replaceAll("");
        return codes.entrySet().stream()
                .filter(code -> SPACE.matcher(code.getValue()).replaceAll("").contains(wanted))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    String text(Tag tag) {
        return Objects.requireNonNull(codes.get(tag), () -> "no tag " + tag);
    }
}
