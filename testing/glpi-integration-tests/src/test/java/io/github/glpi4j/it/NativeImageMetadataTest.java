package io.github.glpi4j.it;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.glpi4j.transport.TransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The reachability metadata for native images lists what the bytecode looks up by name: everything that is looked up, and
 * nothing that does not exist.
 */
class NativeImageMetadataTest {

    private static final List<String> ARTIFACTS = List.of("glpi-core", "glpi-transport-apache", "glpi-transport-vertx");
    private static final String PROVIDERS = "META-INF/services/" + TransportProvider.class.getName();

    /** Each place that looks something up by name, and the elements of the metadata that it needs. */
    private static final Map<String, Set<String>> LOOKUPS = Map.of(
            "io.github.glpi4j.internal.http.UserAgent Class.getResourceAsStream",
                    Set.of("io/github/glpi4j/internal/http/version.properties"),
            "io.github.glpi4j.internal.discovery.TransportDiscovery ServiceLoader.load",
                    Set.of(
                            PROVIDERS,
                            "io.github.glpi4j.transport.apache.ApacheTransportProvider.<init>()",
                            "io.github.glpi4j.transport.vertx.VertxTransportProvider.<init>()"),
            "io.github.glpi4j.transport.vertx.HttpClientFactory Class.getMethod",
                    Set.of(
                            "io.vertx.core.Vertx.createHttpClient(io.vertx.core.http.HttpClientOptions,io.vertx.core.http.PoolOptions)"));

    /** Beginnings of the names of methods that find classes, members or files by name, or that serialize. */
    private static final Map<String, List<String>> BY_NAME = Map.ofEntries(
            entry(
                    "java.lang.Class",
                    List.of(
                            "forName",
                            "getConstructor",
                            "getDeclared",
                            "getField",
                            "getMethod",
                            "getNestMembers",
                            "getPermittedSubclasses",
                            "getRecordComponents",
                            "getResource",
                            "newInstance")),
            entry("java.lang.ClassLoader", List.of("findClass", "getResource", "getSystemResource", "loadClass")),
            entry("java.lang.Module", List.of("getResourceAsStream")),
            entry("java.lang.Runtime", List.of("load")),
            entry("java.lang.System", List.of("load")),
            entry("java.lang.invoke.MethodHandles$Lookup", List.of("find", "unreflect", "define")),
            entry("java.lang.reflect.Array", List.of("newInstance")),
            entry("java.lang.reflect.Proxy", List.of("newProxyInstance", "getProxyClass")),
            entry("java.io.ObjectInputStream", List.of("<init>")),
            entry("java.io.ObjectOutputStream", List.of("<init>")),
            entry("java.util.ResourceBundle", List.of("getBundle")),
            entry("java.util.ServiceLoader", List.of("load")),
            entry("java.util.concurrent.atomic.AtomicIntegerFieldUpdater", List.of("newUpdater")),
            entry("java.util.concurrent.atomic.AtomicLongFieldUpdater", List.of("newUpdater")),
            entry("java.util.concurrent.atomic.AtomicReferenceFieldUpdater", List.of("newUpdater")));

    private static String path(String artifact) {
        return "META-INF/native-image/io.github.glpi4j/" + artifact + "/reachability-metadata.json";
    }

    private static InputStream resource(String name) {
        InputStream in = NativeImageMetadataTest.class.getClassLoader().getResourceAsStream(name);
        assertThat(in).as(name).isNotNull();
        return in;
    }

    private static JsonNode metadata(String artifact) {
        try (InputStream in = resource(path(artifact))) {
            return new JsonMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<JsonNode> entries(String kind) {
        return ARTIFACTS.stream()
                .flatMap(artifact ->
                        StreamSupport.stream(metadata(artifact).path(kind).spliterator(), false));
    }

    private static Set<String> elements() {
        Set<String> elements = entries("resources")
                .map(element -> element.get("glob").asText())
                .collect(Collectors.toCollection(TreeSet::new));
        entries("reflection")
                .forEach(element -> element.get("methods")
                        .forEach(method -> elements.add(element.get("type").asText() + "."
                                + method.get("name").asText()
                                + "(" + String.join(",", parameterTypes(method)) + ")")));
        return elements;
    }

    private static List<String> parameterTypes(JsonNode method) {
        List<String> types = new ArrayList<>();
        method.get("parameterTypes").forEach(type -> types.add(type.asText()));
        return types;
    }

    private static boolean looksUpByName(JavaAccess<?> access) {
        return BY_NAME.getOrDefault(access.getTargetOwner().getName(), List.of()).stream()
                .anyMatch(access.getTarget().getName()::startsWith);
    }

    private static String outermost(JavaClass type) {
        return type.getName().replaceAll("\\$.*", "");
    }

    /** If this fails, add what is looked up to the metadata of its artifact, and to {@link #LOOKUPS}. */
    @Test
    void everyLookupByNameIsListed() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.github.glpi4j");
        Set<String> found = classes.stream()
                .filter(type -> ARTIFACTS.stream()
                        .anyMatch(artifact -> type.getSource()
                                .orElseThrow()
                                .getUri()
                                .toString()
                                .contains("/" + artifact)))
                .flatMap(type -> type.getAccessesFromSelf().stream())
                .filter(NativeImageMetadataTest::looksUpByName)
                .map(access -> outermost(access.getOriginOwner()) + " "
                        + access.getTargetOwner().getSimpleName() + "."
                        + access.getTarget().getName())
                .collect(Collectors.toSet());
        assertThat(found).isEqualTo(LOOKUPS.keySet());
    }

    @Test
    void metadataContainsWhatIsLookedUp() {
        Set<String> expected =
                LOOKUPS.values().stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
        assertThat(elements()).isEqualTo(expected);
    }

    @Test
    void everyTransportCanBeCreated() {
        List<String> constructors = ServiceLoader.load(TransportProvider.class).stream()
                .map(provider -> provider.type().getName() + ".<init>()")
                .toList();
        assertThat(constructors).hasSize(2);
        assertThat(elements()).containsAll(constructors);
    }

    static List<String> artifacts() {
        return ARTIFACTS;
    }

    @ParameterizedTest
    @MethodSource("artifacts")
    void metadataNamesOnlyWhatExists(String artifact) throws Exception {
        JsonNode metadata = metadata(artifact);
        for (JsonNode element : metadata.path("resources")) {
            resource(element.get("glob").asText()).close();
            assertThat(element.at("/condition/typeReached").asText()).satisfies(Class::forName);
        }
        for (JsonNode element : metadata.path("reflection")) {
            assertThat(element.at("/condition/typeReached").asText()).satisfies(Class::forName);
            Class<?> type = Class.forName(element.get("type").asText());
            for (JsonNode method : element.get("methods")) {
                List<Class<?>> parameters = new ArrayList<>();
                for (String name : parameterTypes(method)) {
                    parameters.add(Class.forName(name));
                }
                Class<?>[] types = parameters.toArray(Class<?>[]::new);
                if (method.get("name").asText().equals("<init>")) {
                    assertThat(type.getDeclaredConstructor(types)).isNotNull();
                } else {
                    assertThat(type.getMethod(method.get("name").asText(), types))
                            .isNotNull();
                }
            }
        }
    }
}
