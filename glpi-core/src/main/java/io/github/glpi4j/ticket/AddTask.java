package io.github.glpi4j.ticket;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import io.github.glpi4j.item.WriteResult;
import java.time.Duration;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A call that adds a task, and its fields. Immutable; each method returns a new call. */
public interface AddTask extends Call<WriteResult> {

    /** {@return this call, with a task that only technicians see} */
    @CheckReturnValue
    AddTask makePrivate();

    /** {@return this call, with a task that is already done instead of to do} */
    @CheckReturnValue
    AddTask done();

    /**
     * Assigns the task to a user.
     *
     * @param userId the id of the user, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    AddTask technician(long userId);

    /**
     * Assigns the task to a group.
     *
     * @param groupId the id of the group, greater than 0
     * @return a new call
     * @throws IllegalArgumentException if the id is not greater than 0
     */
    @CheckReturnValue
    AddTask technicianGroup(long groupId);

    /**
     * Sets the time spent, {@code actiontime}.
     *
     * @param duration at least 0; GLPI keeps seconds
     * @return a new call
     * @throws IllegalArgumentException if the duration is negative
     */
    @CheckReturnValue
    AddTask timeSpent(Duration duration);

    /**
     * Plans the task. GLPI takes the times as those of the user's time zone, and sets the time spent to their difference.
     *
     * @param begin its begin
     * @param end its end
     * @return a new call
     * @throws IllegalArgumentException unless the begin is before the end
     */
    @CheckReturnValue
    AddTask planned(LocalDateTime begin, LocalDateTime end);

    /**
     * Sets any other field, such as {@code taskcategories_id}.
     *
     * @param name the name of the field
     * @param value a string, number, boolean, null, date, or a list or map of them
     * @return a new call
     * @throws IllegalArgumentException if the value is of another type
     */
    @CheckReturnValue
    AddTask field(String name, @Nullable Object value);

    @Override
    @CheckReturnValue
    AddTask timeout(Duration timeout);

    @Override
    @CheckReturnValue
    AddTask header(String name, String value);
}
