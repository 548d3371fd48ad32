package io.github.glpi4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Fails a test in which a {@link RecordingListener} has received reports that contradict each other. */
@SuppressWarnings("exports") // public for JUnit, which finds it as a service
public final class ContradictionsExtension implements AfterEachCallback {

    /** Created by JUnit. */
    public ContradictionsExtension() {}

    /**
     * Fails the test that has ended.
     *
     * @param context of the test
     */
    @Override
    public void afterEach(ExtensionContext context) {
        List<String> found = new ArrayList<>();
        for (String next = RecordingListener.CONTRADICTIONS.poll();
                next != null;
                next = RecordingListener.CONTRADICTIONS.poll()) {
            found.add(next);
        }
        assertThat(found).isEmpty();
    }
}
