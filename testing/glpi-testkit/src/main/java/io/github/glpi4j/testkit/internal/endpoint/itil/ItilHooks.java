package io.github.glpi4j.testkit.internal.endpoint.itil;

import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.state.Session;
import io.github.glpi4j.testkit.internal.state.item.ItemTable;
import java.util.HashMap;
import java.util.Map;

/** The hooks of a request, by type. */
public final class ItilHooks {
    private final Map<String, ItilHook> hooks = new HashMap<>();

    public ItilHooks(ApiRequest request, Session session) {
        Itil itil = new Itil(request, session);
        for (ItilType type : ItilType.values()) {
            hooks.put(type.itemtype(), new ItilObjectHook(itil, type));
            hooks.put(type.users(), new ActorHook(itil, type, type.users(), "User"));
            hooks.put(type.groups(), new ActorHook(itil, type, type.groups(), "Group"));
            hooks.put(type.suppliers(), new ActorHook(itil, type, type.suppliers(), "Supplier"));
            hooks.put(type.items(), new LinkedItemHook(itil, type));
            hooks.put(type.task(), new TaskHook(itil, type));
            hooks.put(type.validation(), new ValidationHook(itil, type));
        }
        hooks.put("ITILFollowup", new FollowupHook(itil));
        hooks.put("ITILSolution", new SolutionHook(itil));
        hooks.put("TicketSatisfaction", new SatisfactionHook(itil));
        hooks.put("Ticket_Ticket", new TicketLinkHook(itil));
        hooks.put("Document_Item", new DocumentLinkHook(itil));
    }

    public ItilHook of(ItemTable table) {
        return hooks.getOrDefault(table.type().name(), ItilHook.NONE);
    }
}
