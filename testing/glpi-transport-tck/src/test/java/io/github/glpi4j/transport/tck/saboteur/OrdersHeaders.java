package io.github.glpi4j.transport.tck.saboteur;

import io.github.glpi4j.transport.ExchangeContext;
import io.github.glpi4j.transport.Headers;
import io.github.glpi4j.transport.TransportRequest;
import io.github.glpi4j.transport.TransportResponse;
import io.github.glpi4j.transport.TransportSettings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Sends the headers of a request in another order. */
final class OrdersHeaders extends Saboteur {

    record Field(String name, String value) {}

    private final Consumer<List<Field>> order;

    OrdersHeaders(TransportSettings settings, Consumer<List<Field>> order) {
        super(settings);
        this.order = order;
    }

    @Override
    public TransportResponse exchange(TransportRequest request, ExchangeContext exchange) throws IOException {
        List<Field> fields = new ArrayList<>();
        request.headers().forEach((name, value) -> fields.add(new Field(name, value)));
        order.accept(fields);
        Headers.Builder ordered = Headers.builder();
        fields.forEach(field -> ordered.add(field.name(), field.value()));
        return super.exchange(
                TransportRequest.of(
                        request.method(), request.origin(), request.target(), ordered.build(), request.body()),
                exchange);
    }
}
