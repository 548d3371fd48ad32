package io.github.glpi4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.glpi4j.ErrorCodes;
import io.github.glpi4j.GlpiApiException;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.GlpiNotFoundException;
import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.massiveaction.MassiveAction;
import io.github.glpi4j.massiveaction.MassiveActionParameter;
import io.github.glpi4j.massiveaction.MassiveActionResult;
import io.github.glpi4j.massiveaction.MassiveActionResult.Outcome;
import io.github.glpi4j.massiveaction.MassiveActionResult.Status;
import io.github.glpi4j.massiveaction.MassiveActions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Massive actions on each transport and in each mode, on FakeGlpi and on a real GLPI. */
@Tag("live")
@Timeout(120)
class MassiveActionSuiteTest {

    @RegisterExtension
    static final Server SERVER = new Server();

    private static final long NO_SUCH_ID = 999_999_999;

    private final List<Long> added = new ArrayList<>();

    @AfterEach
    void purge() {
        try (GlpiClient glpi = client(Way.APACHE_EXECUTE)) {
            assertThat(glpi.session()
                            .items("Computer")
                            .deleteAll(added)
                            .purge()
                            .execute()
                            .isComplete())
                    .isTrue();
        }
    }

    private static GlpiClient client(Way way) {
        return SERVER.client(way).credentials(SERVER.userToken()).build();
    }

    private List<Long> computers(GlpiSession session, Way way) {
        List<Long> ids = way.run(session.items("Computer")
                        .addAll(List.of(
                                Map.of("name", "glpi4j-" + UUID.randomUUID(), "comment", "old"),
                                Map.of("name", "glpi4j-" + UUID.randomUUID(), "comment", "old"))))
                .ids();
        added.addAll(ids);
        return ids;
    }

    @ParameterizedTest
    @EnumSource
    void actionsAndTheirParametersAreListed(Way way) {
        try (GlpiClient glpi = client(way)) {
            MassiveActions actions = glpi.session().massiveActions("Computer");
            long id = computers(glpi.session(), way).get(0);
            assertThat(way.run(actions.list())).contains(new MassiveAction("MassiveAction:delete", "Put in trashbin"));
            assertThat(way.run(actions.list(id))).extracting(MassiveAction::key).contains("MassiveAction:delete");
            assertThat(way.run(actions.inTrash().list()))
                    .extracting(MassiveAction::key)
                    .contains("MassiveAction:restore")
                    .doesNotContain("MassiveAction:delete");
            assertThat(way.run(glpi.session().massiveActions("Log").list())).isEmpty();
            assertThat(way.run(actions.parameters("MassiveAction:add_note")))
                    .containsExactly(new MassiveActionParameter("add_note", "text"));
            assertThat(way.run(actions.inTrash().parameters("MassiveAction:restore")))
                    .isEmpty();
            assertThat(way.run(actions.parameters("MassiveAction:update"))).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachItemHasAnOutcome(Way way) {
        try (GlpiClient glpi = client(way)) {
            GlpiSession session = glpi.session();
            MassiveActions actions = session.massiveActions("Computer");
            List<Long> ids = computers(session, way);

            MassiveActionResult trashed =
                    way.run(actions.apply("MassiveAction:delete", List.of(ids.get(0), NO_SUCH_ID, ids.get(1))));
            assertThat(trashed.outcomes())
                    .extracting(Outcome::status)
                    .containsExactly(Status.OK, Status.NO_RIGHT, Status.OK);
            assertThat(trashed.outcomes().get(1).message()).contains("Authorization error");
            assertThat(way.run(session.items("Computer").get(ids.get(0))).bool("is_deleted"))
                    .isTrue();

            assertThat(way.run(actions.apply("MassiveAction:restore", ids).chunkSize(10))
                            .isComplete())
                    .isTrue();
            assertThat(way.run(session.items("Computer").get(ids.get(0))).bool("is_deleted"))
                    .isFalse();

            assertThat(way.run(actions.apply("MassiveAction:amend_comment", ids).input("amendment", "new"))
                            .isComplete())
                    .isTrue();
            assertThat(way.run(session.items("Computer").get(ids.get(1))).text("comment"))
                    .contains("old\n\nnew");
        }
    }

    @ParameterizedTest
    @EnumSource
    void refusalsAreExceptions(Way way) {
        try (GlpiClient glpi = client(way)) {
            MassiveActions actions = glpi.session().massiveActions("Computer");
            long id = computers(glpi.session(), way).get(0);
            assertThatExceptionOfType(GlpiApiException.class)
                    .isThrownBy(() -> way.run(actions.apply("MassiveAction:nothing", List.of(id))))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.MASSIVE_ACTION_REFUSED));
            assertThatExceptionOfType(GlpiApiException.class)
                    .isThrownBy(() -> way.run(actions.apply("MassiveAction:update", List.of(id))))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(ErrorCodes.MASSIVE_ACTION_REFUSED));
            assertThatExceptionOfType(GlpiNotFoundException.class).isThrownBy(() -> way.run(actions.list(NO_SUCH_ID)));
        }
    }
}
