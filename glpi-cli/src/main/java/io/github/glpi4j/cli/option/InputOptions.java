package io.github.glpi4j.cli.option;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command reads the items to be written. */
public final class InputOptions {

    private static final String STANDARD_INPUT = "-";

    @Option(
            names = {"-i", "--in"},
            paramLabel = "FILE",
            description = "The file to read, in JSON; - is standard input, which is the default.")
    private Path file = Path.of(STANDARD_INPUT);

    /**
     * {@return the items}
     *
     * @param standardInput opened only if there is no file
     * @throws UsageException if it is neither an object nor a list of objects
     */
    public JsonInput read(Supplier<InputStream> standardInput) {
        Object value = parse(bytes(file, standardInput));
        if (value instanceof Map<?, ?> object) {
            return new JsonInput(List.of(object), false);
        }
        if (value instanceof List<?> list && list.stream().allMatch(Map.class::isInstance)) {
            return new JsonInput(list.stream().<Map<?, ?>>map(Map.class::cast).toList(), true);
        }
        throw new UsageException(
                "the input is neither a JSON object nor a list of them",
                "Pass an object such as {\"name\":\"lab-1\"}, or a list such as [{\"name\":\"lab-1\"}]");
    }

    /** The text of a file, or of standard input for {@code -}. */
    public static String text(Path file, Supplier<InputStream> standardInput) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(bytes(file, standardInput)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw notJson(e);
        }
    }

    private static byte[] bytes(Path file, Supplier<InputStream> standardInput) {
        if (file.toString().equals(STANDARD_INPUT)) {
            try {
                return standardInput.get().readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException("standard input cannot be read", e);
            }
        }
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("no file that can be read: " + file);
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file cannot be read: " + file, e);
        }
    }

    private static @Nullable Object parse(byte[] bytes) {
        try {
            return JsonMapper.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .build()
                    .readValue(bytes, Object.class);
        } catch (IOException e) {
            throw notJson(e);
        }
    }

    /** Without Jackson's message, which repeats a part of the input. */
    private static UsageException notJson(IOException e) {
        String where = e instanceof JsonProcessingException json && json.getLocation() != null
                ? ", from line " + json.getLocation().getLineNr() + ", column "
                        + json.getLocation().getColumnNr() + " on"
                : "";
        return new UsageException("the input is not JSON in UTF-8" + where, "Pass an object, or a list of objects");
    }
}
