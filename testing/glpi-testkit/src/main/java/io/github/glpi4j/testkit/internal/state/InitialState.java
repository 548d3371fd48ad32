package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ApiClient;
import io.github.glpi4j.testkit.FakeEntity;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.GlpiSwitch;
import io.github.glpi4j.testkit.ItemRule;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The state of a server at the start and after a reset.
 *
 * @param users the accounts
 * @param entities the entities, root first
 * @param apiClients the API clients
 * @param switches the switches that are on
 * @param version the version of GLPI
 * @param bothPaths whether the API is available below {@code api.php/v1} for any version
 * @param clock the clock
 * @param sessionLifetime how long an unused session lives
 * @param maxBodyBytes the longest body that the web server accepts
 * @param documentMaxSize the largest file of a document in MiB
 * @param items the items of each type
 * @param rules the rule for changes of each type
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
        int documentMaxSize,
        Map<String, List<ObjectNode>> items,
        Map<String, ItemRule> rules) {

    public InitialState {
        users = List.copyOf(users);
        entities = List.copyOf(entities);
        apiClients = List.copyOf(apiClients);
        switches = Set.copyOf(switches);
        items = Map.copyOf(items);
        rules = Map.copyOf(rules);
    }
}
