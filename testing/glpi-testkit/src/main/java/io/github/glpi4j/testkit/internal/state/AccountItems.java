package io.github.glpi4j.testkit.internal.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import io.github.glpi4j.testkit.internal.state.item.Columns;
import io.github.glpi4j.testkit.internal.state.item.Item;
import io.github.glpi4j.testkit.internal.state.item.ItemQuery;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import io.github.glpi4j.testkit.internal.state.item.ItemType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** The accounts as items. A table keeps their fields that {@link FakeUser} does not have. */
final class AccountItems implements ItemTable {
    private final ItemTable others;
    private final Accounts accounts;

    AccountItems(ItemTable others, Accounts accounts) {
        this.others = others;
        this.accounts = accounts;
    }

    @Override
    public ItemType type() {
        return others.type();
    }

    @Override
    public Columns columns() {
        return others.columns();
    }

    @Override
    public Optional<Item> find(int id) {
        return accounts.byId(id).map(this::item);
    }

    private Item item(FakeUser user) {
        Item stored =
                others.find(user.id()).orElseGet(() -> new Item(user.id(), JsonNodeFactory.instance.objectNode()));
        ObjectNode own = JsonNodeFactory.instance.objectNode();
        own.put("name", user.login());
        own.put("realname", user.realName());
        own.put("firstname", user.firstName());
        // An account with the server's default language stores none.
        own.put("language", user.language().equals("en_GB") ? null : user.language());
        own.put("list_limit", user.listLimit());
        own.put("is_active", user.isActive() ? 1 : 0);
        own.put("entities_id", user.defaultEntity());
        own.put("picture", Pictures.path(user));
        return stored.with(own);
    }

    @Override
    public List<Item> list(ItemQuery query) {
        return query.select(all(), columns());
    }

    @Override
    public List<Item> all() {
        return accounts.list().stream()
                .sorted(Comparator.comparingInt(FakeUser::id))
                .map(this::item)
                .toList();
    }

    /** Accounts are visible through their profiles, not through the entity that they name. */
    @Override
    public boolean isInEntities() {
        return false;
    }

    /** A new account has GLPI's default profile. */
    @Override
    public synchronized Item add(ObjectNode fields) {
        FakeUser user = FakeUser.of(fields.path("name").asText()).withProfile(FakeProfile.selfService(), 0, true);
        FakeUser added = accounts.put(changed(user, fields));
        // A removed account may have had the same id.
        others.purge(added.id());
        others.add(fields.deepCopy().put("id", added.id()));
        return item(added);
    }

    @Override
    public synchronized void update(int id, ObjectNode changes) {
        FakeUser user = accounts.byId(id).orElse(null);
        if (user == null) {
            return;
        }
        FakeUser changed = changed(user, changes);
        if (changes.hasNonNull("name")
                && !user.login().equalsIgnoreCase(changes.path("name").asText())) {
            // The login identifies an account, so a new one is another account.
            changed = changed.withLogin(changes.path("name").asText());
            accounts.remove(user.login());
        }
        accounts.put(changed);
        if (others.find(id).isEmpty()) {
            others.add(JsonNodeFactory.instance.objectNode().put("id", id));
        }
        others.update(id, changes);
    }

    private static FakeUser changed(FakeUser user, ObjectNode fields) {
        FakeUser changed = user;
        changed = text(changed, fields, "password", FakeUser::withPassword);
        changed = text(changed, fields, "realname", FakeUser::withRealName);
        changed = text(changed, fields, "firstname", FakeUser::withFirstName);
        if (fields.has("language")) {
            changed = changed.withLanguage(fields.path("language").asText("en_GB"));
        }
        if (fields.has("list_limit")) {
            JsonNode limit = fields.path("list_limit");
            changed = changed.withListLimit(limit.isNull() ? null : (Integer) limit.asInt());
        }
        if (fields.has("is_active")) {
            changed = changed.withActive(fields.path("is_active").asBoolean());
        }
        if (fields.path("_blank_picture").asBoolean()) {
            changed = changed.withPicture(null);
        }
        return fields.hasNonNull("entities_id")
                ? changed.withDefaultEntity(fields.path("entities_id").asInt())
                : changed;
    }

    private static FakeUser text(
            FakeUser user, ObjectNode fields, String name, BiFunction<FakeUser, @Nullable String, FakeUser> change) {
        return fields.has(name) ? change.apply(user, fields.path(name).asText(null)) : user;
    }

    @Override
    public synchronized void purge(int id) {
        accounts.byId(id).ifPresent(user -> accounts.remove(user.login()));
        others.purge(id);
    }
}
