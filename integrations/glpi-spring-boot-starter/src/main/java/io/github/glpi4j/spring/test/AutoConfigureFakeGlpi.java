package io.github.glpi4j.spring.test;

import io.github.glpi4j.spring.GlpiAutoConfiguration;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;

/**
 * Adds a {@link io.github.glpi4j.testkit.FakeGlpi} to the application context of a test class, and connects the client
 * of the application to it. Properties such as {@code glpi.url} and {@code glpi.user-token}, and beans of type {@link
 * io.github.glpi4j.spring.GlpiConnectionDetails} of the application, are not used.
 *
 * <pre>{@code
 * @SpringBootTest
 * @AutoConfigureFakeGlpi
 * class DeskControllerTest {
 *
 *     @Autowired
 *     private FakeGlpi glpi;
 *
 *     @Autowired
 *     private DeskController desk;
 *
 *     @Test
 *     void listsTickets() {
 *         glpi.addItem("Ticket", Map.of("name", "No paper"));
 *
 *         assertThat(desk.tickets()).extracting(Ticket::name).containsExactly("No paper");
 *     }
 * }
 * }</pre>
 *
 * <p>The server belongs to the context: test classes that share a cached context share the server, and it stops when the
 * context is closed, after the client has ended its session. A bean of type {@link
 * io.github.glpi4j.testkit.FakeGlpiBuilder} determines the initial state.
 *
 * <p>A bean of type {@link io.github.glpi4j.GlpiClient} that the application creates itself cannot be connected to the
 * server. The context fails to start if such a bean has another GLPI, unless it is not a default candidate for
 * injection. Create it from the bean of type {@code GlpiConnectionDetails}, and it has the server in tests.
 *
 * <p>The client logs in as the account that the property {@code glpi.fake.login} names, {@code glpi} by default.
 *
 * @see FakeGlpiAutoConfiguration
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ImportAutoConfiguration({FakeGlpiAutoConfiguration.class, GlpiAutoConfiguration.class})
public @interface AutoConfigureFakeGlpi {

    /**
     * {@return whether each test method starts with the initial state and without a session} The account of the client
     * then has a new API token, so that a client does not repeat a refusal of the previous test.
     */
    boolean reset() default true;
}
