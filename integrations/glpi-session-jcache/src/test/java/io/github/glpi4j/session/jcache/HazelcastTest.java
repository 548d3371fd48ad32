package io.github.glpi4j.session.jcache;

import static org.assertj.core.api.Assertions.assertThat;

import javax.cache.Cache;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Two members of one cluster. */
class HazelcastTest extends SharedSessionCases {

    private static final HazelcastMember FIRST = HazelcastMember.start();
    private static final HazelcastMember SECOND = HazelcastMember.start(FIRST.port());

    @BeforeAll
    static void formed() {
        assertThat(FIRST.members()).isEqualTo(2);
    }

    @AfterAll
    static void end() {
        SECOND.close();
        FIRST.close();
    }

    @Override
    Cache<String, String> cache(int node) {
        return (node == 0 ? FIRST : SECOND).cache();
    }
}
