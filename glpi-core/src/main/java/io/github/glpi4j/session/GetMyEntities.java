package io.github.glpi4j.session;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.time.Duration;
import java.util.List;

/** {@code GET getMyEntities}: lists the entities that the active profile may work in. Immutable. */
public interface GetMyEntities extends Call<List<Entity>> {

    /**
     * Also lists the children of these entities: {@code is_recursive=true}.
     *
     * @return a new call
     */
    @CheckReturnValue
    GetMyEntities recursive();

    @Override
    @CheckReturnValue
    GetMyEntities timeout(Duration timeout);
}
