package io.github.glpi4j.testkit;

import static io.github.glpi4j.testkit.DocumentRequests.call;
import static io.github.glpi4j.testkit.DocumentRequests.login;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Work on tickets, changes and problems, beyond what {@link TicketRecordingsTest} repeats. */
class TicketsTest {
    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.create(FakeGlpi.builder()
            .version("10.0.19")
            .user(FakeUser.of("jane").withPassword("jane").withProfile(FakeProfile.selfService(), 0, true))
            .withItems("Group", List.of(Map.of("name", "Desk"))));

    @RegisterExtension
    static final FakeGlpiExtension GLPI_11 =
            FakeGlpiExtension.create(FakeGlpi.builder().version("11.0.6"));

    private FakeGlpi glpi;
    private String session;

    @BeforeEach
    void logIn() {
        use(GLPI.fake());
    }

    private void use(FakeGlpi used) {
        glpi = used;
        session = login(glpi, "glpi");
    }

    private Reply get(String path) {
        return call(glpi, "GET", path, session).send();
    }

    private Reply send(String method, String path, String input) {
        return call(glpi, method, path, session)
                .body("{\"input\":" + input.replace('\'', '"') + "}")
                .send();
    }

    private int add(String type, String input) {
        Reply reply = send("POST", "/" + type, input);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json().path("id").intValue();
    }

    private JsonNode ticket(int id) {
        return get("/Ticket/" + id).json();
    }

    private int jane() {
        return GLPI.fake().user("jane").orElseThrow().id();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'urgency':5,'impact':2} | 3",
                "{'urgency':1,'impact':1} | 1",
                "{'urgency':9,'impact':0} | 3",
                "{'urgency':1,'priority':6} | 6"
            })
    void priorityFollowsUrgencyAndImpact(String input, int priority) {
        int id = add("Ticket", input.replace("{", "{'name':'t','content':'x',"));

        assertThat(ticket(id).path("priority").intValue()).isEqualTo(priority);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aNewUrgencyChangesAGivenPriorityBeforeGlpi11(boolean from11) {
        use(from11 ? GLPI_11.fake() : GLPI.fake());
        int id = add("Ticket", "{'name':'t','content':'x'}");

        send("PUT", "/Ticket/" + id, "{'urgency':5,'priority':6}");

        assertThat(ticket(id).path("priority").intValue()).isEqualTo(from11 ? 6 : 4);
    }

    @Test
    void theContentNamesATicketWithoutName() {
        Reply reply = send("POST", "/Ticket", "{'content':'<p>No <b>toner</b>  left</p>'}");

        assertThat(reply.json().path("message").textValue()).isEqualTo("Item successfully added: No toner left (1)");
    }

    @Test
    void aDateMustBeOne() {
        assertThat(send("POST", "/Ticket", "{'name':'t','content':'x','date':'today'}")
                        .body())
                .isEqualTo("[\"ERROR_GLPI_ADD\",\"Incorrect value for date field.\"]");
    }

    @Test
    void statusSetsDatesAndEndsWaiting() {
        int id = add("Ticket", "{'name':'t','content':'x'}");

        send("PUT", "/Ticket/" + id, "{'status':4}");
        assertThat(ticket(id).path("begin_waiting_date").isNull()).isFalse();
        send("PUT", "/Ticket/" + id, "{'status':6}");
        assertThat(ticket(id).path("solvedate").isNull()).isFalse();
        assertThat(ticket(id).path("closedate").isNull()).isFalse();
        send("PUT", "/Ticket/" + id, "{'status':2}");
        assertThat(ticket(id).path("solvedate").isNull()).isTrue();
        assertThat(ticket(id).path("closedate").isNull()).isTrue();
    }

    @Test
    void anAssignedActorChangesTheStatusExceptOfAChange() {
        for (String type : List.of("Ticket", "Change", "Problem")) {
            int id = add(type, "{'name':'t','content':'x','_groups_id_assign':1}");

            assertThat(get("/" + type + "/" + id).json().path("status").intValue())
                    .as(type)
                    .isEqualTo(type.equals("Change") ? 1 : 2);
        }
    }

    @Test
    void aTicketWithoutItsLastAssignedActorIsNew() {
        int id = add("Ticket", "{'name':'t','content':'x'}");
        int actor = add("Group_Ticket", "{'tickets_id':" + id + ",'groups_id':1,'type':2}");
        assertThat(ticket(id).path("status").intValue()).isEqualTo(2);

        send("DELETE", "/Group_Ticket/" + actor, "{}");

        assertThat(ticket(id).path("status").intValue()).isEqualTo(1);
    }

    @Test
    void anAnswerOfTheRequesterReopensASolvedTicket() {
        int id = add("Ticket", "{'name':'t','content':'x','_users_id_requester':2,'_groups_id_assign':1}");
        add("ITILSolution", "{'itemtype':'Ticket','items_id':" + id + ",'content':'done'}");

        add("ITILFollowup", "{'itemtype':'Ticket','items_id':" + id + ",'content':'not yet'}");

        assertThat(ticket(id).path("status").intValue()).isEqualTo(2);
        assertThat(get("/Ticket/" + id + "/ITILSolution")
                        .json()
                        .path(0)
                        .path("status")
                        .intValue())
                .isEqualTo(4);
    }

    @Test
    void aRefusalOfASolutionNeedsAReason() {
        int id = add("Ticket", "{'name':'t','content':'x'}");

        assertThat(send(
                                "POST",
                                "/ITILFollowup",
                                "{'itemtype':'Ticket','items_id':" + id + ",'content':'','add_reopen':1}")
                        .message())
                .isEqualTo("If you want to reopen this item, you must specify a reason");
    }

    @Test
    void aSolutionAlsoSolvesDuplicates() {
        int one = add("Ticket", "{'name':'one','content':'x'}");
        int two = add("Ticket", "{'name':'two','content':'x'}");
        add("Ticket_Ticket", "{'tickets_id_1':" + one + ",'tickets_id_2':" + two + ",'link':2}");

        add("ITILSolution", "{'itemtype':'Ticket','items_id':" + one + ",'content':'done'}");

        assertThat(ticket(two).path("status").intValue()).isEqualTo(5);
        assertThat(get("/Ticket/" + two + "/ITILSolution").json()).hasSize(1);
    }

    @Test
    void aParentLinkIsStoredAsThatOfTheSon() {
        int one = add("Ticket", "{'name':'one','content':'x'}");
        int two = add("Ticket", "{'name':'two','content':'x'}");

        int link = add("Ticket_Ticket", "{'tickets_id_1':" + one + ",'tickets_id_2':" + two + ",'link':4}");

        JsonNode row = get("/Ticket_Ticket/" + link).json();
        assertThat(row.path("link").intValue()).isEqualTo(3);
        assertThat(row.path("tickets_id_1").intValue()).isEqualTo(two);
    }

    @Test
    void plannedTasksSetStatusAndDuration() {
        int id = add("Ticket", "{'name':'t','content':'x'}");

        int task = add(
                "TicketTask",
                "{'tickets_id':" + id + ",'content':'x','plan':{'begin':'2026-12-02 10:00:00','_duration':1800}}");

        assertThat(get("/TicketTask/" + task).json().path("end").textValue()).isEqualTo("2026-12-02 10:30:00");
        assertThat(ticket(id).path("status").intValue()).isEqualTo(3);
        assertThat(ticket(id).path("actiontime").intValue()).isEqualTo(1800);
        assertThat(send("PUT", "/TicketTask/" + task, "{'content':''}").message())
                .isEqualTo("You can't remove description of a task.");
    }

    @Test
    void anAnswerToAnApprovalIsFinalFromGlpi11On() {
        use(GLPI_11.fake());
        int id = add("Ticket", "{'name':'t','content':'x'}");
        int approval =
                add("TicketValidation", "{'tickets_id':" + id + ",'itemtype_target':'User','items_id_target':2}");
        send("PUT", "/TicketValidation/" + approval, "{'status':3}");

        assertThat(send("PUT", "/TicketValidation/" + approval, "{'status':2}").outcome())
                .isEqualTo("400 ERROR_GLPI_UPDATE");
        assertThat(ticket(id).path("global_validation").intValue()).isEqualTo(3);
    }

    @Test
    void purgingATicketPurgesItsParts() {
        int id = add("Ticket", "{'name':'t','content':'x','_users_id_requester':2}");
        int followup = add("ITILFollowup", "{'itemtype':'Ticket','items_id':" + id + ",'content':'x'}");

        send("DELETE", "/Ticket/" + id + "?force_purge=true", "{}");

        assertThat(get("/ITILFollowup/" + followup).status()).isEqualTo(404);
        assertThat(glpi.items("Ticket_User")).isEmpty();
    }

    @Test
    void aRequesterSeesTheTicketWithoutItsPrivateParts() {
        int mine = add("Ticket", "{'name':'mine','content':'x','_users_id_requester':" + jane() + "}");
        add("Ticket", "{'name':'other','content':'x'}");
        for (int isPrivate = 0; isPrivate <= 1; isPrivate++) {
            add(
                    "ITILFollowup",
                    "{'itemtype':'Ticket','items_id':" + mine + ",'content':'f" + isPrivate + "','is_private':"
                            + isPrivate + "}");
            add("TicketTask", "{'tickets_id':" + mine + ",'content':'x','is_private':" + isPrivate + "}");
        }
        session = login(glpi, "jane");

        assertThat(get("/Ticket").json().findValuesAsText("name")).containsExactly("mine");
        assertThat(get("/ITILFollowup").json().findValuesAsText("content")).containsExactly("f0");
        assertThat(get("/Ticket/" + mine + "/TicketTask").json()).hasSize(1);
        assertThat(get("/ITILFollowup/2").outcome()).isEqualTo("403 ERROR_RIGHT_MISSING");
        add("ITILFollowup", "{'itemtype':'Ticket','items_id':" + mine + ",'content':'thanks'}");
        assertThat(send("POST", "/ITILFollowup", "{'itemtype':'Ticket','items_id':2,'content':'x'}")
                        .message())
                .isEqualTo("You don't have permission to perform this action.");
        assertThat(send("POST", "/TicketTask", "{'tickets_id':" + mine + ",'content':'x'}")
                        .outcome())
                .isEqualTo("400 ERROR_GLPI_ADD");
    }

    @Test
    void aLinkedUploadIsInTheListOfDocuments() {
        int id = add("Ticket", "{'name':'t','content':'x'}");

        Upload.of("{\"input\":{\"itemtype\":\"Ticket\",\"items_id\":" + id + ",\"_filename\":[\"a.txt\"]}}")
                .file("a.txt", "a")
                .send(glpi, session);

        assertThat(get("/Ticket/" + id + "/Document_Item")
                        .json()
                        .path(0)
                        .path("documents_id")
                        .intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/User/2/Picture", "/user/2/picture"})
    void aUserHasAPicture(String path) {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2};
        FakeUser user = glpi.user("glpi").orElseThrow();
        glpi.addUser(user.withPicture(png));

        Reply reply = get(path);

        assertThat(reply.bytes()).isEqualTo(png);
        assertThat(reply.contentType()).isEqualTo("image/png");
        assertThat(get("/User/2").json().path("picture").textValue()).endsWith(".png");
        send("PUT", "/User/2", "{'_blank_picture':true}");
        assertThat(get(path).status()).isEqualTo(204);
    }
}
