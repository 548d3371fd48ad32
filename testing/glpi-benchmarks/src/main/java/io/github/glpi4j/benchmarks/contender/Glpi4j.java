package io.github.glpi4j.benchmarks.contender;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.FullSession;
import io.github.glpi4j.session.InitSession;
import io.github.glpi4j.session.InitSessionResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.net.URI;

/** This library, blocking. */
public record Glpi4j(GlpiClient client) implements Contender {

    public static final String USER_TOKEN = "q56hqkniwot8wntb3z1qarka5atf365taaa2uyjrn";

    static Glpi4j apache(URI base, int connections) {
        return new Glpi4j(client("apache", base, connections));
    }

    static Glpi4j vertx(URI base, int connections) {
        return new Glpi4j(client("vertx", base, connections));
    }

    public static GlpiClient client(String transport, URI base, int connections) {
        return GlpiClient.builder(base.toString())
                .transport(transport)
                .transportSettings(
                        TransportSettings.builder().maxConnections(connections).build())
                .credentials(Credentials.userToken(USER_TOKEN))
                .build();
    }

    @Override
    public SessionValues open(SampleResponse answer) {
        return read(call(client, answer).execute());
    }

    public static InitSession call(GlpiClient client, SampleResponse answer) {
        InitSession call = client.initSession();
        return answer.full() ? call.fullSession() : call;
    }

    public static SessionValues read(InitSessionResponse response) {
        return response.fullSession()
                .map(session -> read(response.sessionToken(), session))
                .orElseGet(() -> SessionValues.token(response.sessionToken()));
    }

    private static SessionValues read(String token, FullSession session) {
        return new SessionValues(
                token,
                session.userId().orElse(0),
                session.login().orElse(""),
                session.activeProfileId().orElse(0),
                session.activeProfileName().orElse(""),
                session.activeEntityId().orElse(0),
                session.profiles().size());
    }

    @Override
    public void close() {
        client.close();
    }
}
