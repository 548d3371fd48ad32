package io.github.glpi4j.runner;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiRequest;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Runs an application against FakeGlpi: starts it, requests some paths if it is a server, ends it by SIGTERM, and checks
 * that it ended by itself and left no session, connection or thread behind, and that neither its output nor its responses
 * contain a secret.
 *
 * <p>The application finds GLPI by the environment variables {@code GLPI_URL}, {@code GLPI_USER_TOKEN} and {@code
 * GLPI_APP_TOKEN}. A server listens on {@code PORT}. The computers {@code lab-1} to {@code lab-3} have the ids 1 to 3.
 */
public final class ApplicationRunner {

    /** Below the ports that Linux gives to outgoing connections, so that none of these takes it meanwhile. */
    private static final int FIRST_PORT = 20_000;

    private static final int PORTS = 10_000;

    /** How long threads and connections may take to end: less than the 30 seconds after which an idle connection ends. */
    private static final long MAX_AGENT_SECONDS = 20;

    private final RunOptions options;
    private final Path agent;
    private final String userToken = canary();
    private final String appToken = canary();

    ApplicationRunner(RunOptions options, Path agent) {
        this.options = options;
        this.agent = agent;
    }

    /**
     * Runs an application.
     *
     * @param arguments the options, {@code --}, and the command
     * @throws Exception if the application cannot be started or does not behave
     */
    public static void main(String... arguments) throws Exception {
        System.out.println(new ApplicationRunner(RunOptions.parse(arguments), ownJar()).run());
    }

    /** {@return a line about the run} */
    String run() throws IOException, InterruptedException {
        try (FakeGlpi fake = FakeGlpi.builder()
                .version(options.glpiVersion())
                .apiClient(ApiClient.of("application").withAppToken(appToken))
                .user(FakeUser.of("application").withApiToken(userToken).withProfile(FakeProfile.superAdmin(), 0, true))
                .withItems(
                        "Computer",
                        List.of(
                                Map.of("id", 1, "name", "lab-1"),
                                Map.of("id", 2, "name", "lab-2"),
                                Map.of("id", 3, "name", "lab-3")))
                .start()) {
            return run(fake);
        }
    }

    private String run(FakeGlpi fake) throws IOException, InterruptedException {
        Path report = Files.createTempFile("left", ".txt");
        try {
            Files.delete(report);
            int port = freePort();
            long start = System.nanoTime();
            long ready;
            String output;
            Map<String, String> bodies = new LinkedHashMap<>();
            try (RunningApplication application =
                    RunningApplication.start(options, port, environment(fake, port, report))) {
                String readyPath = options.ready();
                if (readyPath != null) {
                    application.awaitReady(readyPath);
                    ready = System.nanoTime();
                    for (Map.Entry<String, String> answer : options.answers().entrySet()) {
                        bodies.put(answer.getKey(), application.check(answer.getKey(), answer.getValue()));
                    }
                    application.terminate();
                } else {
                    ready = start;
                }
                application.awaitExit(options.exitCode());
                output = application.output();
            }
            List<String> problems = new ArrayList<>(problems(fake, output, bodies));
            problems.addAll(leftBehind(report));
            if (!problems.isEmpty()) {
                throw new IllegalStateException(
                        "The application left something behind: " + problems + "; its output is in " + options.log());
            }
            return options.log() + ": GLPI " + fake.version() + ", ready after " + millis(start, ready) + " ms, "
                    + options.answers().size()
                    + " requests, " + fake.loginCount() + " logins, all sessions ended, exit code " + options.exitCode()
                    + " after " + millis(start, System.nanoTime()) + " ms";
        } finally {
            Files.deleteIfExists(report);
        }
    }

    private List<String> problems(FakeGlpi fake, String output, Map<String, String> bodies) {
        List<String> problems = new ArrayList<>();
        if (fake.loginCount() == 0) {
            problems.add("no login");
        }
        if (fake.loginCount() != fake.killCount()) {
            problems.add(fake.loginCount() + " logins and " + fake.killCount() + " ended sessions");
        }
        fake.sessions().forEach(session -> problems.add("an open session of " + session.login()));
        options.outputs().stream()
                .filter(expected -> !output.contains(expected))
                .forEach(expected -> problems.add("an output without \"" + expected + "\""));
        List<String> secrets = secrets(fake);
        if (secrets.stream().anyMatch(output::contains)) {
            problems.add("a secret in the output");
        }
        bodies.forEach((path, body) -> {
            if (secrets.stream().anyMatch(body::contains)) {
                problems.add("a secret in the response to " + path);
            }
        });
        return problems;
    }

    private List<String> secrets(FakeGlpi fake) {
        List<String> secrets = new ArrayList<>(List.of(userToken, appToken));
        for (GlpiRequest request : fake.requests()) {
            request.header("Session-Token").ifPresent(secrets::add);
        }
        return secrets;
    }

    private static List<String> leftBehind(Path report) throws IOException {
        return Files.exists(report) ? Files.readAllLines(report) : List.of("no report of threads and connections");
    }

    private Map<String, String> environment(FakeGlpi fake, int port, Path report) {
        Map<String, String> environment = new HashMap<>();
        environment.put("GLPI_URL", fake.url());
        environment.put("GLPI_USER_TOKEN", userToken);
        environment.put("GLPI_APP_TOKEN", appToken);
        environment.put("PORT", "" + port);
        options.environment().forEach((name, value) -> environment.put(name, value.replace("{port}", "" + port)));
        long seconds = Math.min(MAX_AGENT_SECONDS, options.deadline().toSeconds() / 2);
        environment.put(
                "JAVA_TOOL_OPTIONS",
                "\"-javaagent:" + agent + "=" + fake.port() + "," + seconds + "," + report + ","
                        + String.join(",", options.threads()) + "\"");
        return environment;
    }

    private static int freePort() throws IOException {
        SplittableRandom random = new SplittableRandom();
        while (true) {
            int port = FIRST_PORT + random.nextInt(PORTS);
            try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                // Another one.
            }
        }
    }

    private static Path ownJar() throws URISyntaxException {
        return Path.of(ApplicationRunner.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static long millis(long from, long to) {
        return (to - from) / 1_000_000;
    }

    private static String canary() {
        return "canary" + UUID.randomUUID().toString().replace("-", "");
    }
}
