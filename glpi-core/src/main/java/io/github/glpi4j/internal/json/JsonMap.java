package io.github.glpi4j.internal.json;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An unmodifiable map of decoded JSON, in its order, with nulls. A session has some 200 entries: a login that returns it
 * allocates 19 KB in all with this map, and 31 KB with a {@link LinkedHashMap}.
 */
final class JsonMap extends AbstractMap<String, @Nullable Object> {

    /** An entry's number has to fit in a byte of the index. */
    private static final int MOST_ENTRIES = 255;

    /** Name, value, name, value… */
    private final @Nullable Object[] fields;

    /** Where an entry is, by the hash of its name: its number counted from 1, or 0. Never more than half full. */
    private final byte[] index;

    private JsonMap(@Nullable Object[] fields, byte[] index) {
        this.fields = fields;
        this.index = index;
    }

    /**
     * The map of some fields; of a name that comes twice the last value counts.
     *
     * @param fields holds name, value, name, value…
     * @param from where they start
     * @param to where they end
     */
    static Map<String, @Nullable Object> of(@Nullable Object[] fields, int from, int to) {
        return of(fields, from, to, null);
    }

    /**
     * As {@link #of(Object[], int, int)}.
     *
     * @param similar a map whose index is used if it has the same names in the same order, as the rows of a list have
     */
    static Map<String, @Nullable Object> of(
            @Nullable Object[] fields, int from, int to, @Nullable Map<String, @Nullable Object> similar) {
        if (similar instanceof JsonMap map && map.hasNames(fields, from, to)) {
            return new JsonMap(Arrays.copyOfRange(fields, from, to), map.index);
        }
        int size = (to - from) / 2;
        if (size <= MOST_ENTRIES) {
            byte[] index = new byte[Integer.highestOneBit(Math.max(1, size)) * 4];
            JsonMap map = new JsonMap(Arrays.copyOfRange(fields, from, to), index);
            if (map.fillIndex()) {
                return map;
            }
        }
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = from; i < to; i += 2) {
            map.put(String.valueOf(fields[i]), fields[i + 1]);
        }
        return Collections.unmodifiableMap(map);
    }

    /** Whether the names are the same objects: Jackson shares those of a document. */
    private boolean hasNames(@Nullable Object[] others, int from, int to) {
        if (to - from != fields.length) {
            return false;
        }
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i] != others[from + i]) {
                return false;
            }
        }
        return true;
    }

    /** False if a name comes twice. */
    private boolean fillIndex() {
        for (int i = 0; i < fields.length; i += 2) {
            int slot = slot(fields[i]);
            if (index[slot] != 0) {
                return false;
            }
            index[slot] = (byte) (i / 2 + 1);
        }
        return true;
    }

    /** Where the index has the entry of this name, or could have it. */
    private int slot(@Nullable Object name) {
        int hash = Objects.hashCode(name);
        int slot = (hash ^ (hash >>> 16)) & (index.length - 1);
        while (index[slot] != 0 && !Objects.equals(fields[field(slot)], name)) {
            slot = (slot + 1) & (index.length - 1);
        }
        return slot;
    }

    private int field(int slot) {
        return 2 * ((index[slot] & 0xff) - 1);
    }

    /** The same map with another value for a name that it has. */
    JsonMap with(String name, Object value) {
        @Nullable Object[] changed = fields.clone();
        changed[field(slot(name)) + 1] = value;
        return new JsonMap(changed, index);
    }

    /** A loop, since a page of a list has thousands of fields. */
    boolean mayBeEncoded() {
        for (int i = 1; i < fields.length; i += 2) {
            if (GlpiText.mayBeEncoded(fields[i])) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int size() {
        return fields.length / 2;
    }

    @Override
    public boolean containsKey(@Nullable Object name) {
        return index[slot(name)] != 0;
    }

    @Override
    public @Nullable Object get(@Nullable Object name) {
        int slot = slot(name);
        return index[slot] == 0 ? null : fields[field(slot) + 1];
    }

    @Override
    public void forEach(BiConsumer<? super String, ? super @Nullable Object> action) {
        for (int i = 0; i < fields.length; i += 2) {
            action.accept((String) fields[i], fields[i + 1]);
        }
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return JsonMap.this.size();
            }

            @Override
            public Iterator<Entry<String, @Nullable Object>> iterator() {
                return IntStream.range(0, size()).mapToObj(JsonMap.this::entry).iterator();
            }
        };
    }

    private Entry<String, @Nullable Object> entry(int number) {
        return new SimpleImmutableEntry<>((String) fields[2 * number], fields[2 * number + 1]);
    }
}
