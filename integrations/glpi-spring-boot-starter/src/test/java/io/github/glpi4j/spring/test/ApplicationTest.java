package io.github.glpi4j.spring.test;

import io.github.glpi4j.testkit.FakeGlpiExtension;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A base class of a user's tests, without {@link AutoConfigureFakeGlpi}. */
// tag::shared[]
@SpringBootTest
abstract class ApplicationTest {

    @RegisterExtension
    static final FakeGlpiExtension GLPI = FakeGlpiExtension.shared();

    @DynamicPropertySource
    static void glpi(DynamicPropertyRegistry registry) {
        registry.add("glpi.url", GLPI::url);
    }
}
// end::shared[]
