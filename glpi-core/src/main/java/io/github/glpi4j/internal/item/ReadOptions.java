package io.github.glpi4j.internal.item;

import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;

/** The options that reading an item and reading a list have in common. */
final class ReadOptions {

    private static final String KEY_NAMES = "add_keys_names";

    private ReadOptions() {}

    /** Links are not sent unless they are wanted: they double the size of an item. */
    static <T> Operation<T> links(Operation<T> operation, boolean wanted) {
        return operation.query("get_hateoas", String.valueOf(wanted));
    }

    static <T> Operation<T> expandDropdowns(Operation<T> operation) {
        return operation.query("expand_dropdowns", "true");
    }

    static <T> Operation<T> keyNames(Operation<T> operation, String... fields) {
        Operation<T> all = operation;
        for (String field : fields) {
            long known = all.query().keySet().stream()
                    .filter(name -> name.startsWith(KEY_NAMES))
                    .count();
            all = all.query(KEY_NAMES + "[" + known + "]", InputChecks.checkField(field));
        }
        return all;
    }

    static <T> Operation<T> with(Operation<T> operation, String... lists) {
        Operation<T> all = operation;
        for (String list : lists) {
            all = all.query("with_" + InputChecks.checkField(list), "true");
        }
        return all;
    }
}
