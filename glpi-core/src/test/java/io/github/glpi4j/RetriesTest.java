package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.glpi4j.transport.BlockingTransport;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.RequestNotSentException;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent again and what is not; getFullSession reads, initSession logs in, changeActiveProfile changes
 * something, killSession ends a session, which may be repeated. */
@Timeout(60)
@Execution(ExecutionMode.CONCURRENT)
class RetriesTest {

    private static final String READ = "getFullSession";
    private static final String LOGIN = "initSession";
    private static final String WRITE = "changeActiveProfile";
    private static final String END = "killSession";

    /** First the scripted replies, then success. */
    private static StubGlpi scripted(StubGlpi.Reply... replies) {
        Queue<StubGlpi.Reply> script = new ArrayDeque<>(List.of(replies));
        return StubGlpi.replying(request -> {
            StubGlpi.Reply next = script.poll();
            return next != null ? next.to(request) : success(request);
        });
    }

    private static TransportResponse success(TransportRequest request) {
        String body = request.target().contains(READ)
                ? "{\"session\":{}}"
                : request.target().contains(LOGIN) ? "{\"session_token\":\"t\"}" : "true";
        return StubGlpi.response(200, StubGlpi.JSON, body);
    }

    private static StubGlpi.Reply status(int status, String... headers) {
        return request -> StubGlpi.response(status, "text/html", "<html>later</html>", headers);
    }

    private static StubGlpi.Reply failure(IOException failure) {
        return request -> {
            throw failure;
        };
    }

    private static Call<?> call(GlpiClient client, String operation) {
        return switch (operation) {
            case READ -> client.session("session-token").getFullSession();
            case WRITE -> client.session("session-token").changeActiveProfile(4);
            case END -> client.session("session-token").killSession();
            default -> client.initSession();
        };
    }

    /** How many requests a call makes of which the first attempts go wrong in this way. */
    private static int requests(String operation, StubGlpi.Reply reply, StubGlpi.Way way) {
        StubGlpi glpi = scripted(reply);
        try (GlpiClient client = glpi.client(way).build()) {
            Throwable failure = catchThrowable(() -> way.run(call(client, operation)));
            assertThat(failure == null).isEqualTo(glpi.requests().size() == 2);
        }
        return glpi.requests().size();
    }

    @ParameterizedTest
    @CsvSource({
        "getFullSession, 429, 2",
        "getFullSession, 502, 2",
        "getFullSession, 503, 2",
        "getFullSession, 504, 2",
        "getFullSession, 500, 1",
        "getFullSession, 401, 1",
        "initSession, 429, 2",
        "initSession, 502, 2",
        "initSession, 503, 2",
        "initSession, 504, 1",
        "initSession, 500, 1",
        "changeActiveProfile, 429, 1",
        "changeActiveProfile, 502, 1",
        "changeActiveProfile, 503, 1",
        "changeActiveProfile, 504, 1",
        "killSession, 429, 2",
        "killSession, 502, 2",
        "killSession, 503, 2",
        "killSession, 504, 2",
        "killSession, 500, 1",
    })
    void anAnswerThatSaysLater(String operation, int status, int requests) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            assertThat(requests(operation, status(status), way)).as("%s", way).isEqualTo(requests);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {READ, LOGIN, WRITE})
    void whatWasNotSentGoesAgain(String operation) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            assertThat(requests(operation, failure(new ConnectException("refused")), way))
                    .isEqualTo(2);
            assertThat(requests(operation, failure(new RequestNotSentException("no connection")), way))
                    .isEqualTo(2);
        }
    }

    @ParameterizedTest
    @CsvSource({"getFullSession, 2", "initSession, 1", "changeActiveProfile, 1", "killSession, 2"})
    void aConnectionThatBrokeBeforeTheAnswer(String operation, int requests) {
        for (StubGlpi.Way way : StubGlpi.Way.values()) {
            assertThat(requests(operation, failure(new IOException("closed")), way))
                    .isEqualTo(requests);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {READ, LOGIN, WRITE})
    void otherFailuresAreFinal(String operation) {
        for (IOException failure : List.of(new SSLException("untrusted"), new SocketTimeoutException("slow"))) {
            assertThat(requests(operation, failure(failure), StubGlpi.Way.BLOCKING_EXECUTE))
                    .isEqualTo(1);
        }
    }

    @Test
    void aBrokenConnectionIsTriedAgainOnlyOnce() {
        StubGlpi glpi = scripted(failure(new IOException("closed")), failure(new IOException("closed")));
        try (GlpiClient client = glpi.client().build()) {
            assertThatThrownBy(() -> call(client, READ).execute()).isInstanceOf(GlpiTransportException.class);
        }
        assertThat(glpi.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void endingASessionSurvivesSeveralStaleConnections(StubGlpi.Way way) {
        StubGlpi glpi = scripted(
                failure(new IOException("closed")),
                failure(new IOException("closed")),
                request -> StubGlpi.response(401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]"));
        try (GlpiClient client = glpi.client(way).build()) {
            way.run(call(client, END));
        }
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownSessionIsStillReportedOnTheFirstAttempt(StubGlpi.Way way) {
        StubGlpi glpi = StubGlpi.answering(401, StubGlpi.JSON, "[\"ERROR_SESSION_TOKEN_INVALID\",\"\"]");
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(call(client, END))).isInstanceOf(GlpiAuthenticationException.class);
        }
        assertThat(glpi.requests()).hasSize(1);
    }

    @Test
    void anAnswerThatBrokeOffIsFinal() {
        int[] requests = {0};
        try (GlpiClient client = StubGlpi.answering(200, StubGlpi.JSON, "true")
                .client()
                .transport((BlockingTransport) (request, exchange) -> {
                    requests[0]++;
                    exchange.responseStarted(200, Headers.none());
                    throw new IOException("broke off");
                })
                .build()) {
            assertThatThrownBy(() -> call(client, READ).execute()).isInstanceOf(GlpiTransportException.class);
        }
        assertThat(requests[0]).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void theLastAnswerIsToldWhenRetriesRunOut(StubGlpi.Way way) {
        StubGlpi glpi = scripted(status(503), status(503), status(502), status(503));
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(call(client, READ)))
                    .isInstanceOfSatisfying(
                            GlpiProtocolException.class,
                            e -> assertThat(e.status()).isEqualTo(502));
        }
        assertThat(glpi.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void retriesCanBeSwitchedOff(StubGlpi.Way way) {
        StubGlpi glpi = scripted(status(503));
        try (GlpiClient client = glpi.client(way).maxRetries(0).build()) {
            assertThatThrownBy(() -> way.run(call(client, READ))).isInstanceOf(GlpiProtocolException.class);
        }
        assertThat(glpi.requests()).hasSize(1);
        assertThatIllegalArgumentException().isThrownBy(() -> glpi.client().maxRetries(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> glpi.client().maxRetries(11));
    }

    @ParameterizedTest
    @EnumSource
    void retryAfterIsHonoured(StubGlpi.Way way) {
        Supplier<String> date = () -> DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(3));
        for (Supplier<String> retryAfter : List.<Supplier<String>>of(() -> "1", date)) {
            StubGlpi glpi = scripted(status(503, "Retry-After", retryAfter.get()));
            try (GlpiClient client = glpi.client(way).build()) {
                long start = System.nanoTime();
                way.run(call(client, READ));
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(900));
            }
            assertThat(glpi.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRetryAfterBeyondTheTimeoutIsNotWaitedFor(StubGlpi.Way way) {
        StubGlpi glpi = scripted(status(429, "Retry-After", "3600"));
        try (GlpiClient client = glpi.client(way).build()) {
            assertThatThrownBy(() -> way.run(call(client, READ)))
                    .isInstanceOfSatisfying(
                            GlpiProtocolException.class,
                            e -> assertThat(e.status()).isEqualTo(429));
        }
        assertThat(glpi.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void closingEndsAPause(StubGlpi.Way way) throws Exception {
        StubGlpi glpi = scripted(status(429, "Retry-After", "30"));
        GlpiClient client = glpi.client(way).build();
        List<Throwable> thrown = new CopyOnWriteArrayList<>();
        Thread caller = new Thread(() -> thrown.add(catchThrowable(() -> way.run(call(client, READ)))));
        caller.start();
        while (glpi.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        client.close();
        caller.join();
        assertThat(glpi.requests()).hasSize(1);
        assertThat(thrown).singleElement().isInstanceOf(GlpiException.class);
    }
}
