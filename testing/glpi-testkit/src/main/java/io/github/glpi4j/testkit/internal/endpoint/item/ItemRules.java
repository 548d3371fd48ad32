package io.github.glpi4j.testkit.internal.endpoint.item;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.ItemWrite;
import io.github.glpi4j.testkit.ItemWrite.Action;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.state.GlpiState;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why GLPI refuses a change: a rule of its own, or one set by a test. */
final class ItemRules {
    private static final Pattern LOGIN = Pattern.compile("[\\p{L}\\p{N}'@.\\-_ ]+");

    private final GlpiState state;

    ItemRules(ApiRequest request) {
        this.state = request.state();
    }

    /** Returns the message of the refusal, empty if the change is allowed. */
    Optional<String> refusal(Action action, ItemTable table, Item item) {
        String type = table.type().name();
        return login(action, type, item)
                .or(() -> state.rule(type)
                        .flatMap(rule -> rule.refusal(new ItemWrite(action, type, fields(table, item)))));
    }

    /** Includes fields that are not stored, such as {@code _users_id_requester}. */
    private static Map<String, @Nullable Object> fields(ItemTable table, Item item) {
        ObjectNode fields = table.columns().row(item);
        fields.setAll(item.fields());
        return Columns.toMap(fields);
    }

    private Optional<String> login(Action action, String type, Item item) {
        if (!type.equals("User") || action != Action.ADD) {
            return Optional.empty();
        }
        String login = item.fields().path("name").asText("");
        if (!LOGIN.matcher(login).matches()) {
            return Optional.of("The login is not valid. Unable to add the user.");
        }
        return state.accounts().byLogin(login).isPresent()
                ? Optional.of("Unable to add. The user already exists.")
                : Optional.empty();
    }
}
