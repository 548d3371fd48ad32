package io.github.glpi4j.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class FakeGlpiExtensionTest {

    abstract static class EachTestStartsAnew {
        @RepeatedTest(2)
        void startsFromTheInitialState(FakeGlpi glpi) {
            assertThat(glpi.requests()).isEmpty();
            assertThat(glpi.sessions()).isEmpty();
            assertThat(glpi.loginCount()).isZero();
            assertThat(glpi.isOn(GlpiSwitch.CREDENTIALS_OFF)).isFalse();
            assertThat(glpi.user("added")).isEmpty();

            Wire.get(glpi.url() + "/initSession").basic("glpi", "glpi").send();
            glpi.turnOn(GlpiSwitch.CREDENTIALS_OFF);
            glpi.addUser(FakeUser.of("added"));
        }
    }

    @Nested
    class AsStaticField extends EachTestStartsAnew {
        @RegisterExtension
        static final FakeGlpiExtension GLPI = FakeGlpiExtension.create();

        private static int port;

        @BeforeAll
        static void remember() {
            port = GLPI.fake().port();
        }

        @Test
        void serverIsSharedByTheClass(FakeGlpi glpi) {
            assertThat(glpi).isSameAs(GLPI.fake());
            assertThat(glpi.port()).isEqualTo(port);
            assertThat(GLPI.url()).isEqualTo(glpi.url());
        }

        @Nested
        class AndInNestedClasses extends EachTestStartsAnew {
            @Test
            void serverIsSharedWithNestedClasses(FakeGlpi glpi) {
                assertThat(glpi.port()).isEqualTo(port);
            }
        }
    }

    @Nested
    class AsInstanceField extends EachTestStartsAnew {
        @RegisterExtension
        final FakeGlpiExtension glpi = FakeGlpiExtension.create();

        @Test
        void isRunning() {
            assertThat(Wire.get(glpi.url()).send().status()).isEqualTo(200);
        }
    }

    @Nested
    @ExtendWith(FakeGlpiExtension.class)
    class AsAnnotation extends EachTestStartsAnew {}

    @Test
    void failsOutsideOfTests() {
        FakeGlpiExtension unused = FakeGlpiExtension.create();

        assertThatThrownBy(unused::url).isInstanceOf(IllegalStateException.class);
    }
}
