package io.github.glpi4j.spring;

import io.github.glpi4j.Diagnosis;
import io.github.glpi4j.GlpiClient;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Diagnoses the connection of each client before the application serves anyone, also of those that are injected with a
 * qualifier only.
 */
final class GlpiStartCheck implements SmartInitializingSingleton {

    private final ObjectProvider<GlpiClient> clients;

    GlpiStartCheck(ObjectProvider<GlpiClient> clients) {
        this.clients = clients;
    }

    @Override
    public void afterSingletonsInstantiated() {
        clients.stream(ObjectProvider.UNFILTERED, false).forEach(client -> {
            Diagnosis diagnosis = client.diagnose().execute();
            if (!diagnosis.isHealthy()) {
                throw new GlpiStartCheckException(client, diagnosis);
            }
        });
    }
}
