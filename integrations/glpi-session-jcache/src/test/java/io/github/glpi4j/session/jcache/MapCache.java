package io.github.glpi4j.session.jcache;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import javax.cache.Cache;
import org.jspecify.annotations.Nullable;

/** A cache in a map, which has only the methods that a store may use, and may hang or fail before or after each. */
final class MapCache {

    final Map<String, String> entries = new ConcurrentHashMap<>();
    volatile Callable<@Nullable Object> before = () -> null;
    volatile Callable<@Nullable Object> after = () -> null;

    /** What methods throw, by their names. */
    final Map<String, Throwable> failures = new ConcurrentHashMap<>();

    /** Whether another party removes each entry at once, but putting one always comes too late. */
    volatile boolean forgetful;

    @SuppressWarnings("unchecked")
    Cache<String, String> cache() {
        return (Cache<String, String>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getName")) {
                        return "sessions";
                    }
                    if (failures.containsKey(method.getName())) {
                        throw failures.get(method.getName());
                    }
                    Object unused = before.call();
                    String key = (String) args[0];
                    Object result = switch (method.getName() + args.length) {
                        case "get1" -> entries.get(key);
                        case "putIfAbsent2" -> !forgetful && entries.putIfAbsent(key, (String) args[1]) == null;
                        case "replace3" -> entries.replace(key, (String) args[1], (String) args[2]);
                        case "remove2" -> entries.remove(key, (String) args[1]);
                        default -> throw new AssertionError(method);
                    };
                    Object ignored = after.call();
                    return result;
                });
    }

    /** {@return the value of the only entry} */
    String value() {
        return entries.values().iterator().next();
    }
}
