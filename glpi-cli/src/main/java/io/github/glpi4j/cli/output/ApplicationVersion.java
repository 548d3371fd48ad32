package io.github.glpi4j.cli.output;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version in the jar's manifest. */
public final class ApplicationVersion implements IVersionProvider {

    public static String text() {
        return Optional.ofNullable(ApplicationVersion.class.getPackage().getImplementationVersion())
                .orElse("(not from a jar)");
    }

    @Override
    public String[] getVersion() {
        return new String[] {"glpi4j " + text()};
    }
}
