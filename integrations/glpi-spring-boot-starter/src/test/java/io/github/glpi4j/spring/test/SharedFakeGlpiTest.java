package io.github.glpi4j.spring.test;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.glpi4j.GlpiSession;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestPropertySource;

/** A test on the server that all test classes share; its context ends before that. */
@ContextConfiguration(classes = Application.class)
@TestPropertySource(properties = {"glpi.login=glpi", "glpi.password=glpi"})
@DirtiesContext
class SharedFakeGlpiTest extends ApplicationTest {

    @Autowired
    private GlpiSession session;

    @Test
    void logsIn() {
        assertThat(session.getFullSession().execute().login()).contains("glpi");
        assertThat(GLPI.fake().sessions()).hasSize(1);
    }
}
