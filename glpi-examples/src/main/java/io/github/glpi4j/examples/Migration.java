package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.item.Item;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.stream.Stream;

/** The same by hand, and by this library. */
public final class Migration {

    private Migration() {}

    /**
     * Reads the first computers by the JDK's HTTP client.
     *
     * @param url the URL of the API, which ends with {@code apirest.php}
     * @param userToken the API token of a user
     * @return JSON
     * @throws IOException if there is no response
     * @throws InterruptedException if the thread is interrupted
     */
    public static String before(String url, String userToken) throws IOException, InterruptedException {
        // tag::before[]
        HttpClient http = HttpClient.newHttpClient();
        HttpRequest.Builder login = HttpRequest.newBuilder(URI.create(url + "/initSession"))
                .header("Authorization", "user_token " + userToken);
        String opened = http.send(login.build(), BodyHandlers.ofString()).body();
        String session = opened.substring(opened.indexOf(":\"") + 2, opened.lastIndexOf('"'));
        HttpRequest.Builder list = HttpRequest.newBuilder(URI.create(url + "/Computer?range=0-49"));
        String computers = http.send(list.header("Session-Token", session).build(), BodyHandlers.ofString())
                .body();
        HttpRequest.Builder kill = HttpRequest.newBuilder(URI.create(url + "/killSession"));
        http.send(kill.header("Session-Token", session).build(), BodyHandlers.discarding());
        // end::before[]
        return computers;
    }

    /**
     * Reads the names of all computers by this library.
     *
     * @param url the URL of GLPI, or of its API
     * @param userToken the API token of a user
     * @return the names
     */
    public static List<String> after(String url, String userToken) {
        // tag::after[]
        try (GlpiClient glpi = GlpiClient.builder(url)
                        .credentials(Credentials.userToken(userToken))
                        .transport("apache") // only where both transports are on the class path
                        .build();
                Stream<Item> computers = glpi.session().items("Computer").all().stream()) {
            return computers.map(computer -> computer.text("name").orElse("?")).toList();
        }
        // end::after[]
    }

    /**
     * Makes a call in a session that other code has opened and will end.
     *
     * @param glpi a client without credentials of its own
     * @param session the session token of the other code
     * @param id the id of a computer
     * @return its name
     */
    public static String inTheSessionOfOthers(GlpiClient glpi, String session, long id) {
        // tag::mixed[]
        Item computer = glpi.session(session).items("Computer").get(id).execute();
        // end::mixed[]
        return computer.text("name").orElse("?");
    }
}
