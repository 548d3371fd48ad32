package io.github.glpi4j.internal.search;

import io.github.glpi4j.Call;
import io.github.glpi4j.internal.call.Execution;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.JsonHandler;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.internal.json.Json;
import io.github.glpi4j.internal.json.PhpValues;
import io.github.glpi4j.search.SearchOption;
import io.github.glpi4j.search.SearchOptions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** Reads the search options of itemtypes, once for each profile. */
public final class OptionsReader {

    private OptionsReader() {}

    public static Call<SearchOptions> call(SessionCaller session, String itemtype) {
        Operation<SearchOptions> operation = operation(itemtype);
        return session.call(
                operation.name(), execution -> session.source().cache().get(execution, session, operation));
    }

    /** {@return the options of several itemtypes, by itemtype} */
    static CompletionStage<Map<String, SearchOptions>> read(
            Execution execution, SessionCaller session, Collection<String> itemtypes) {
        CompletionStage<Map<String, SearchOptions>> all = CompletableFuture.completedFuture(new LinkedHashMap<>());
        for (String itemtype : itemtypes) {
            all = all.thenCompose(known -> session.source()
                    .cache()
                    .get(execution, session, operation(itemtype))
                    .thenApply(options -> {
                        known.put(itemtype, options);
                        return known;
                    }));
        }
        return all;
    }

    private static Operation<SearchOptions> operation(String itemtype) {
        JsonHandler<SearchOptions> handler = response -> {
            List<SearchOption> options = new ArrayList<>();
            Json.object(response.json(), "an object of search options").forEach((key, value) -> {
                OptionalLong id = PhpValues.number(key);
                if (id.isPresent()) { // others are headings of groups
                    options.add(option(id.getAsLong(), PhpValues.entries(value)));
                }
            });
            return SearchOptions.of(itemtype, options);
        };
        return Operation.get("listSearchOptions " + itemtype, handler).path("listSearchOptions", itemtype);
    }

    private static SearchOption option(long id, Map<String, @Nullable Object> option) {
        return new SearchOption(
                id,
                text(option, "name"),
                text(option, "uid"),
                text(option, "table"),
                text(option, "field"),
                text(option, "datatype"),
                PhpValues.entries(option.get("available_searchtypes")).values().stream()
                        .flatMap(type -> PhpValues.text(type).stream())
                        .toList(),
                !PhpValues.bool(option.get("nosearch")),
                !PhpValues.bool(option.get("nodisplay")));
    }

    private static String text(Map<String, @Nullable Object> option, String name) {
        return PhpValues.text(option.get(name)).orElse("");
    }
}
