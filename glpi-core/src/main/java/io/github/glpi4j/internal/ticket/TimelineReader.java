package io.github.glpi4j.internal.ticket;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.internal.http.CallFailure;
import io.github.glpi4j.item.Item;
import io.github.glpi4j.ticket.Timeline;
import io.github.glpi4j.ticket.TimelineEntry;
import io.github.glpi4j.ticket.TimelineEntry.Kind;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the lists of which a timeline consists, and puts them in order. */
final class TimelineReader {

    /** By date; then as GLPI's events follow each other: a solution is the last one of its second. */
    private static final Comparator<TimelineEntry> ORDER = Comparator.comparing(
                    (TimelineEntry entry) -> entry.date().orElse(LocalDateTime.MAX))
            .thenComparing(TimelineEntry::kind)
            .thenComparing(TimelineEntry::id);

    private final ItilReader reader;
    private final List<TimelineEntry> entries = new ArrayList<>();
    private final Set<Kind> unreadable = EnumSet.noneOf(Kind.class);
    private @Nullable Throwable refusal;
    private boolean anyReadable;

    TimelineReader(ItilReader reader) {
        this.reader = reader;
    }

    CompletionStage<Timeline> read() {
        ItilType type = reader.type();
        return list(followUps(), this::followUp, Kind.FOLLOW_UP)
                .thenCompose(done -> list(reader.list(type.task()), this::task, Kind.TASK))
                .thenCompose(done -> type.hasValidations()
                        ? list(
                                reader.list(type.validation()),
                                this::validation,
                                Kind.APPROVAL_REQUEST,
                                Kind.APPROVAL_ANSWER)
                        : CompletableFuture.completedStage(true))
                .thenCompose(done -> list(reader.list("ITILSolution"), this::solution, Kind.SOLUTION))
                .thenCompose(done -> list(reader.list("Document_Item"), this::document, Kind.DOCUMENT))
                .thenCompose(done -> complete());
    }

    private CompletionStage<Timeline> complete() {
        if (!anyReadable && refusal != null) {
            return CompletableFuture.failedStage(refusal);
        }
        entries.sort(ORDER);
        return CompletableFuture.completedStage(new Timeline(entries, unreadable));
    }

    private CompletionStage<List<Item>> followUps() {
        return FollowUps.orOldName(reader.type(), reader.list(FollowUps.NAME), () -> reader.list(FollowUps.OLD_NAME));
    }

    /** Only a missing right on a list is no failure. */
    private CompletionStage<Boolean> list(CompletionStage<List<Item>> list, Consumer<Item> entry, Kind... kinds) {
        return list.handle((rows, failure) -> {
                    if (rows != null) {
                        anyReadable = true;
                        rows.forEach(entry);
                        return CompletableFuture.completedStage(true);
                    }
                    if (!isRightMissing(failure)) {
                        return CompletableFuture.<Boolean>failedStage(failure);
                    }
                    unreadable.addAll(List.of(kinds));
                    refusal = refusal == null ? failure : refusal;
                    return CompletableFuture.completedStage(true);
                })
                .thenCompose(done -> done);
    }

    private static boolean isRightMissing(Throwable failure) {
        return CallFailure.codeOf(failure)
                .filter(ErrorCodes.RIGHT_MISSING::equals)
                .isPresent();
    }

    private void followUp(Item item) {
        add(Kind.FOLLOW_UP, item, "date", item.number("users_id"), "content");
    }

    private void task(Item item) {
        add(Kind.TASK, item, "date", item.number("users_id"), "content");
    }

    private void solution(Item item) {
        add(Kind.SOLUTION, item, "date_creation", item.number("users_id"), "content");
    }

    /** An answer has a status other than 2, waiting; GLPI 10 may leave out its date. */
    private void validation(Item item) {
        add(Kind.APPROVAL_REQUEST, item, "submission_date", item.number("users_id"), "comment_submission");
        boolean isAnswered = item.number("status").orElse(0) > 2;
        if (isAnswered) {
            OptionalLong asked = item.number("users_id_validate").orElse(0) > 0
                    ? item.number("users_id_validate")
                    : item.number("items_id_target");
            boolean hasDate = item.dateTime("validation_date").isPresent();
            add(
                    Kind.APPROVAL_ANSWER,
                    item,
                    hasDate ? "validation_date" : "submission_date",
                    asked,
                    "comment_validation");
        }
    }

    private void document(Item item) {
        Optional<LocalDateTime> date = item.dateTime("date").or(() -> item.dateTime("date_creation"));
        long id = item.number("documents_id").orElse(0);
        entries.add(new TimelineEntry(Kind.DOCUMENT, id, date, item.number("users_id"), "", false, item));
    }

    private void add(Kind kind, Item item, String date, OptionalLong user, String content) {
        entries.add(new TimelineEntry(
                kind,
                item.id(),
                item.dateTime(date),
                user,
                item.text(content).orElse(""),
                item.bool("is_private"),
                item));
    }
}
