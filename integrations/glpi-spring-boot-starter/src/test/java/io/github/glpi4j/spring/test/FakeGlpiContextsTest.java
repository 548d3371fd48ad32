package io.github.glpi4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiSession;
import io.github.glpi4j.testkit.FakeGlpi;
import io.github.glpi4j.testkit.FakeGlpiBuilder;
import io.github.glpi4j.testkit.FakeProfile;
import io.github.glpi4j.testkit.FakeUser;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextManager;

/** Takes test classes through Spring's context cache, as the test frameworks do. */
class FakeGlpiContextsTest {

    @Test
    void sharesAServerWithTheContext() throws Exception {
        ApplicationContext first = context(First.class).getApplicationContext();
        ApplicationContext second = context(Second.class).getApplicationContext();
        ApplicationContext other = context(AsATechnician.class).getApplicationContext();

        assertThat(second).isSameAs(first);
        assertThat(other.getBean(FakeGlpi.class).port())
                .isNotEqualTo(first.getBean(FakeGlpi.class).port());
    }

    @Test
    void logsInAsTheAccountOfTheProperty() throws Exception {
        ApplicationContext context = context(AsATechnician.class).getApplicationContext();

        assertThat(context.getBean(GlpiSession.class).getFullSession().execute().login())
                .contains("sync");
        assertThat(context.getBean(FakeGlpi.class).loginCount("sync")).isEqualTo(1);
    }

    @Test
    void resetsOnlyWhereItIsWanted() throws Exception {
        GlpiSession session = context(First.class).getApplicationContext().getBean(GlpiSession.class);
        FakeGlpi glpi = context(First.class).getApplicationContext().getBean(FakeGlpi.class);
        session.getMyProfiles().execute();

        startAMethodOf(new WithoutReset());
        assertThat(glpi.sessions()).hasSize(1);
        startAMethodOf(new WithoutAnnotation());
        assertThat(glpi.sessions()).hasSize(1);
        startAMethodOf(new Second());
        assertThat(glpi.sessions()).isEmpty();
        assertThat(glpi.requests()).isEmpty();
    }

    @Test
    void endsTheSessionBeforeTheServerStops() throws Exception {
        TestContext test = context(Closed.class);
        ApplicationContext context = test.getApplicationContext();
        FakeGlpi glpi = context.getBean(FakeGlpi.class);
        context.getBean(GlpiSession.class).getMyProfiles().execute();

        test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);

        assertThat(glpi.killCount()).isEqualTo(1);
        assertThat(glpi.sessions()).isEmpty();
        assertThat(glpi.toString()).isEqualTo("FakeGlpi[stopped]");
    }

    @Test
    void runsAnApplicationInDevelopment() {
        SpringApplication application = new SpringApplicationBuilder(Application.class, FakeGlpiAutoConfiguration.class)
                .web(WebApplicationType.NONE)
                .build();
        FakeGlpi glpi;
        try (ConfigurableApplicationContext context = application.run("--glpi.check-on-start=true")) {
            glpi = context.getBean(FakeGlpi.class);
            assertThat(context.getBean(GlpiSession.class).getMyProfiles().execute())
                    .isNotEmpty();
        }
        assertThat(glpi.sessions()).isEmpty();
    }

    private static TestContext context(Class<?> test) {
        return new TestContextManager(test).getTestContext();
    }

    private static void startAMethodOf(Object test) throws Exception {
        TestContextManager manager = new TestContextManager(test.getClass());
        manager.beforeTestMethod(test, test.getClass().getDeclaredMethod("test"));
        manager.afterTestMethod(test, test.getClass().getDeclaredMethod("test"), null);
    }

    @SpringBootTest(classes = Application.class)
    @AutoConfigureFakeGlpi
    static class First {
        void test() {}
    }

    @SpringBootTest(classes = Application.class)
    @AutoConfigureFakeGlpi
    static class Second {
        void test() {}
    }

    @SpringBootTest(classes = Application.class)
    @AutoConfigureFakeGlpi(reset = false)
    static class WithoutReset {
        void test() {}
    }

    @SpringBootTest(classes = Application.class, properties = "glpi.enabled=false")
    static class WithoutAnnotation {
        void test() {}
    }

    @SpringBootTest(
            classes = {Application.class, WithATechnician.class},
            properties = "glpi.fake.login=sync")
    @AutoConfigureFakeGlpi
    static class AsATechnician {
        void test() {}
    }

    @SpringBootTest(classes = Application.class, properties = "closed=true")
    @AutoConfigureFakeGlpi
    static class Closed {
        void test() {}
    }

    @Configuration(proxyBeanMethods = false)
    static class WithATechnician {
        @Bean
        FakeGlpiBuilder fakeGlpiBuilder() {
            return FakeGlpi.builder()
                    .user(FakeUser.of("sync").withApiToken("synctoken").withProfile(FakeProfile.technician(), 0, true));
        }
    }
}
