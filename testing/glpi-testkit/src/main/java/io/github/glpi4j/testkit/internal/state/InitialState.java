package io.github.glpi4j.testkit.internal.state;

import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * What a server starts with and what a reset restores.
 *
 * @param users the accounts
 * @param entities the entity tree, root first
 * @param apiClients the API clients
 * @param switches the switches that are on
 * @param version the version of GLPI
 * @param bothPaths whether the API is below {@code api.php/v1}, too, whatever the version
 * @param clock tells the time
 * @param sessionLifetime how long an unused session lives
 * @param maxBodyBytes the longest body that the web server lets through
 * @param documentMaxSize the largest file of a document in MiB
 */
public record InitialState(
        List<FakeUser> users,
        List<FakeEntity> entities,
        List<ApiClient> apiClients,
        Set<GlpiSwitch> switches,
        GlpiVersion version,
        boolean bothPaths,
        Clock clock,
        Duration sessionLifetime,
        int maxBodyBytes,
        int documentMaxSize) {

    /**
     * Keeps its own copies.
     *
     * @param users the accounts
     * @param entities the entity tree, root first
     * @param apiClients the API clients
     * @param switches the switches that are on
     * @param version the version of GLPI
     * @param bothPaths whether the API is below {@code api.php/v1}, too, whatever the version
     * @param clock tells the time
     * @param sessionLifetime how long an unused session lives
     * @param maxBodyBytes the longest body that the web server lets through
     * @param documentMaxSize the largest file of a document in MiB
     */
    public InitialState {
        users = List.copyOf(users);
        entities = List.copyOf(entities);
        apiClients = List.copyOf(apiClients);
        switches = Set.copyOf(switches);
    }
}
