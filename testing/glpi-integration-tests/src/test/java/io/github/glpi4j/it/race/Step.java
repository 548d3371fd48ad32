package io.github.glpi4j.it.race;

import io.github.glpi4j.GlpiTimeoutException;
import io.github.glpi4j.GlpiTransportException;
import java.util.Random;
import java.util.concurrent.CancellationException;

/**
 * One call of a schedule.
 *
 * @param choice which session, document or profile it is about
 * @param atAnswer whether it is aborted when the server answers a call, be it this or another; else when it starts
 * @param micros how many microseconds after that it is aborted
 */
record Step(Action action, int choice, Mode mode, Ending ending, boolean atAnswer, int micros) {

    enum Action {
        /** In a session of another user, which nothing ends: the answer must name that user. */
        GUEST(14),
        /** In the client's own session. */
        OWN(4),
        /** In a context of which only the session changes, never the profile. */
        CONTEXT(10),
        /** In a context that no call has used yet. */
        NEW_CONTEXT(3),
        DOWNLOAD(12),
        UPLOAD(6),
        CHANGE_PROFILE(4),
        CHANGE_ENTITY(4),
        INIT_SESSION(3),
        KILL_SESSION(3),
        /** Expires the session on the server. */
        EXPIRE(4);

        private final int weight;

        Action(int weight) {
            this.weight = weight;
        }

        static Action draw(Random random) {
            int sum = 0;
            for (Action action : values()) {
                sum += action.weight;
            }
            int drawn = random.nextInt(sum);
            for (Action action : values()) {
                drawn -= action.weight;
                if (drawn < 0) {
                    return action;
                }
            }
            throw new AssertionError(drawn);
        }
    }

    enum Mode {
        EXECUTE,
        EXECUTE_ASYNC,
        /** As {@link #EXECUTE_ASYNC}, on an event loop of the user's Vert.x if there is one. */
        EVENT_LOOP
    }

    enum Ending {
        /** Not aborted by the caller: it must succeed, unless the client is closed meanwhile. */
        HEALTHY,
        CANCEL,
        INTERRUPT,
        TIMEOUT
    }

    private static final int LONGEST_DELAY = 12_000;
    private static final int LONGEST_DELAY_AT_ANSWER = 300;

    static Step draw(Random random, Action action) {
        Mode mode = Mode.values()[random.nextInt(Mode.values().length)];
        Ending ending = Ending.HEALTHY;
        // An expiry needs the token of a session that has been used.
        if (action != Action.EXPIRE && random.nextInt(5) < 2) {
            boolean timeout = random.nextInt(3) == 0;
            ending = timeout ? Ending.TIMEOUT : mode == Mode.EXECUTE ? Ending.INTERRUPT : Ending.CANCEL;
        }
        boolean atAnswer = (ending == Ending.CANCEL || ending == Ending.INTERRUPT) && random.nextBoolean();
        // Chooses the order of magnitude uniformly, so that early times are as likely as late ones.
        int micros = (int) Math.pow(atAnswer ? LONGEST_DELAY_AT_ANSWER : LONGEST_DELAY, random.nextDouble());
        return new Step(action, random.nextInt(1_000), mode, ending, atAnswer, micros);
    }

    Step healthy() {
        return new Step(action, choice, mode, Ending.HEALTHY, atAnswer, micros);
    }

    /** Whether a session of the client has ended or may have ended afterwards. */
    boolean endsSession() {
        return switch (action) {
            case EXPIRE, KILL_SESSION -> true;
            case CHANGE_PROFILE, CHANGE_ENTITY -> ending != Ending.HEALTHY;
            default -> false;
        };
    }

    /** Whether the failure is the expected result of the caller's own abort. */
    boolean isOwnAbort(Throwable failure) {
        return switch (ending) {
            case HEALTHY -> false;
            case CANCEL -> failure instanceof CancellationException;
            case INTERRUPT -> failure instanceof GlpiTransportException;
            case TIMEOUT -> failure instanceof GlpiTimeoutException;
        };
    }
}
