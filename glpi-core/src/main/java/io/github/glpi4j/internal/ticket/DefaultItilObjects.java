package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.DefaultCall;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.item.DefaultItems;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.item.Items;
import io.github.glpi4j.item.WriteResult;
import io.github.glpi4j.ticket.Actor;
import io.github.glpi4j.ticket.Actor.Kind;
import io.github.glpi4j.ticket.ActorRole;
import io.github.glpi4j.ticket.AddTask;
import io.github.glpi4j.ticket.Changes;
import io.github.glpi4j.ticket.ItilStatus;
import io.github.glpi4j.ticket.OpenItilObject;
import io.github.glpi4j.ticket.TicketLink;
import io.github.glpi4j.ticket.Tickets;
import io.github.glpi4j.ticket.Timeline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Tickets, changes or problems. */
public record DefaultItilObjects(SessionCaller session, ItilType type) implements Tickets, Changes {

    private static final int REQUEST = 2;
    private static final int HIGHEST_RATING = 10;
    private static final int GRANTED = 3;
    private static final int REFUSED = 4;
    private static final int OK = 200;

    private static final String CONTENT = "content";
    private static final String STATUS = "status";

    private Items<Item> items(String itemtype) {
        return DefaultItems.of(session, itemtype);
    }

    private static long check(long id) {
        return InputChecks.checkPositive("id", id);
    }

    @Override
    public OpenItilObject open(String title, String description) {
        return OpenItilObjectCall.of(session, type, title, description);
    }

    @Override
    public OpenItilObject openRequest(String title, String description) {
        return open(title, description).field("type", REQUEST);
    }

    @Override
    public Call<WriteResult> followUp(long id, String content) {
        return FollowUps.add(session, type, check(id), Map.of(CONTENT, content));
    }

    @Override
    public Call<WriteResult> privateFollowUp(long id, String content) {
        return FollowUps.add(session, type, check(id), Map.of(CONTENT, content, "is_private", 1));
    }

    @Override
    public AddTask task(long id, String content) {
        return AddTaskCall.of(session, type, check(id), content);
    }

    @Override
    public Call<WriteResult> solve(long id, String content) {
        return items("ITILSolution").add(Map.of("itemtype", type.itemtype(), "items_id", check(id), CONTENT, content));
    }

    @Override
    public Call<WriteResult> acceptSolution(long id, String comment) {
        return confirmed(
                FollowUps.add(session, type, check(id), Map.of(CONTENT, comment, "add_close", 1)),
                items(type.itemtype()).get(id),
                status -> status == ItilStatus.CLOSED.code(),
                "Solution: GLPI added the follow-up, but did not close the object, which may have had no solution");
    }

    @Override
    public Call<WriteResult> rejectSolution(long id, String reason) {
        return FollowUps.add(session, type, check(id), Map.of(CONTENT, checkReason(reason), "add_reopen", 1));
    }

    @Override
    public Call<WriteResult> setStatus(long id, ItilStatus status) {
        if (!type.hasStatus(status)) {
            throw new IllegalArgumentException("a " + type.itemtype() + " cannot have the status " + status);
        }
        return withStatus(
                type.itemtype(),
                check(id),
                status.code(),
                Map.of(),
                "Status: the profile may not set it, or a business rule has set another one");
    }

    @Override
    public Call<WriteResult> addActor(long id, ActorRole role, Actor actor) {
        return items(type.actors(actor.kind()))
                .add(ActorInput.ofLink(type, check(id), role, ActorInput.check(role, actor)));
    }

    @Override
    public Call<Map<ActorRole, List<Actor>>> actors(long id) {
        check(id);
        return session.call(
                "getSubItems " + type.itemtype() + "/" + id,
                execution -> new ItilReader(session, type, id, execution)
                        .actors(List.of(Kind.USER, Kind.GROUP, Kind.SUPPLIER)));
    }

    @Override
    public Call<Timeline> timeline(long id) {
        check(id);
        return session.call(
                "getSubItems " + type.itemtype() + "/" + id,
                execution -> new TimelineReader(new ItilReader(session, type, id, execution)).read());
    }

    @Override
    public Call<WriteResult> requestApproval(long id, long userId, String comment) {
        return items(type.validation())
                .add(Map.of(
                        type.foreignKey(),
                        check(id),
                        "users_id_validate",
                        check(userId),
                        "comment_submission",
                        comment));
    }

    @Override
    public Call<WriteResult> approve(long approvalId, String comment) {
        return answer(approvalId, GRANTED, comment);
    }

    @Override
    public Call<WriteResult> refuse(long approvalId, String reason) {
        return answer(approvalId, REFUSED, checkReason(reason));
    }

    private static String checkReason(String reason) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the reason is empty, which GLPI refuses");
        }
        return reason;
    }

    private Call<WriteResult> answer(long approvalId, int status, String comment) {
        return withStatus(
                type.validation(),
                check(approvalId),
                status,
                Map.of("comment_validation", comment),
                "Approval: only the user who was asked can answer");
    }

    /** GLPI leaves out fields that the user may not change, and reports success: the status is read back. */
    private Call<WriteResult> withStatus(String itemtype, long id, int status, Map<String, Object> more, String hint) {
        Map<String, Object> fields = new LinkedHashMap<>(more);
        fields.put(STATUS, status);
        return confirmed(items(itemtype).update(id, fields), items(itemtype).get(id), actual -> actual == status, hint);
    }

    private Call<WriteResult> confirmed(
            Call<WriteResult> update, Call<Item> readBack, LongPredicate isExpected, String hint) {
        return session.call(
                update.toString(),
                execution -> DefaultCall.stepsOf(update)
                        .run(execution)
                        .thenCompose(done -> DefaultCall.stepsOf(readBack)
                                .run(execution)
                                .handle((item, failure) -> {
                                    if (failure != null) {
                                        throw notConfirmed(
                                                update,
                                                done,
                                                "Status: GLPI reported success, but the status could not be read back",
                                                failure);
                                    }
                                    if (!isExpected.test(item.number(STATUS).orElse(-1))) {
                                        String actual = ". The status is "
                                                + item.text(STATUS).orElse("unknown");
                                        throw notConfirmed(update, done, hint + actual, null);
                                    }
                                    return done;
                                })));
    }

    private static CallFailure notConfirmed(
            Call<?> update, WriteResult done, String hint, @Nullable Throwable failure) {
        return CallFailure.notConfirmed(
                update.toString(), OK, done.message(), hint, failure == null ? null : CallFailure.toCaller(failure));
    }

    @Override
    public Call<WriteResult> link(long id, TicketLink link, long otherId) {
        return items("Ticket_Ticket")
                .add(Map.of("tickets_id_1", check(id), "tickets_id_2", check(otherId), "link", link.code()));
    }

    @Override
    public Call<WriteResult> answerSatisfaction(long id, int rating, String comment) {
        if (rating < 0 || rating > HIGHEST_RATING) {
            throw new IllegalArgumentException("a rating is 0 to " + HIGHEST_RATING + ", not " + rating);
        }
        return Surveys.answer(session, check(id), rating, comment);
    }

    @Override
    public String toString() {
        return type.itemtype() + "s";
    }
}
