package io.github.glpi4j.testkit.internal.endpoint.search;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.ApiResponse;
import io.github.glpi4j.testkit.internal.api.GlpiError;
import io.github.glpi4j.testkit.internal.api.ServerError;
import io.github.glpi4j.testkit.internal.php.Parameters;
import io.github.glpi4j.testkit.internal.state.search.SearchOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What GLPI refuses before it searches, and the error of its database. */
final class SearchChecks {
    private static final String SQL_ERROR =
            "You have an error in your SQL syntax; check the manual that corresponds to your"
                    + " MariaDB server version for the right syntax to use near '-1' at line 16";

    private SearchChecks() {}

    static void check(Parameters parameters, Map<String, SearchOption> options) {
        if (parameters.get("criteria").isContainerNode()) {
            checkCriteria(parameters.get("criteria"), options);
        }
        for (String id : forced(parameters)) {
            SearchOption option = options.get(id);
            if (option != null && option.is("nodisplay")) {
                throw error("ID is forbidden along with 'forcedisplay' parameter.");
            }
        }
    }

    /** GLPI checks no condition after the first group. */
    private static void checkCriteria(JsonNode criteria, Map<String, SearchOption> options) {
        for (JsonNode criterion : criteria) {
            if (criterion.hasNonNull("criteria")) {
                checkCriteria(criterion.path("criteria"), options);
                return;
            }
            if (!criterion.hasNonNull("field")
                    || !criterion.hasNonNull("searchtype")
                    || !criterion.hasNonNull("value")) {
                throw error("Malformed search criteria");
            }
            SearchOption option = options.get(criterion.path("field").asText());
            if (option == null || option.isHeading()) {
                throw error("Bad field ID in search criteria");
            }
            if (option.is("nosearch")) {
                throw error("Forbidden field ID in search criteria");
            }
        }
    }

    static List<String> forced(Parameters parameters) {
        JsonNode forced = parameters.get("forcedisplay");
        List<String> ids = new ArrayList<>();
        if (forced.isContainerNode()) {
            forced.forEach(id -> ids.add(id.asText()));
        } else if (parameters.isSet("forcedisplay")) {
            ids.add(Long.toString(parameters.intval("forcedisplay")));
        }
        return ids;
    }

    private static GlpiError error(String text) {
        return GlpiError.documented(400, "ERROR", text);
    }

    /** Before GLPI 11, the text of the database precedes the JSON. */
    static ApiResponse sqlError(ApiRequest request) {
        return request.state().version().isFrom11()
                ? ServerError.of(request)
                : ApiResponse.text(500, SQL_ERROR + "[\"ERROR_SQL\",\"Unexpected SQL Error : " + SQL_ERROR + "\"]");
    }
}
