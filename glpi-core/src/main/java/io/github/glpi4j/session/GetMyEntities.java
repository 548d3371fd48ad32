package io.github.glpi4j.session;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;
import java.util.List;

/** Lists the entities available to the active profile: {@code GET getMyEntities}. Immutable. */
public interface GetMyEntities extends Call<List<Entity>> {

    /** {@return a new call that also lists the children of these entities: {@code is_recursive=true}} */
    @CheckReturnValue
    GetMyEntities recursive();

    @Override
    @CheckReturnValue
    GetMyEntities timeout(Duration timeout);

    @Override
    @CheckReturnValue
    GetMyEntities header(String name, String value);
}
