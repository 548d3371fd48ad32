package io.github.glpi4j.internal.session;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.internal.http.CallFailure;
import java.util.Set;

/** What an error of GLPI says about the session. */
final class SessionErrors {

    /** A bare 401 is none of them: it has meant a missing right. */
    private static final Set<String> LOST = Set.of(ErrorCodes.SESSION_INVALID, ErrorCodes.SESSION_MISSING);

    private SessionErrors() {}

    /** {@return whether GLPI does not know the session} */
    static boolean isLost(Throwable failure) {
        return CallFailure.codeOf(failure).filter(LOST::contains).isPresent();
    }

    /** Whether GLPI knew the session: it checks the API's switch, the address and the App-Token before (API.php). */
    static boolean passedSessionCheck(Throwable failure) {
        return CallFailure.codeOf(failure)
                .filter(code -> !LOST.contains(code)
                        && !code.equals(ErrorCodes.API_DISABLED)
                        && !code.equals(ErrorCodes.NOT_ALLOWED_IP)
                        && !code.contains("APP_TOKEN"))
                .isPresent();
    }
}
