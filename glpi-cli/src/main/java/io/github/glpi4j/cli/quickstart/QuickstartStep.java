package io.github.glpi4j.cli.quickstart;

import java.time.Duration;

/**
 * A call of the quickstart that went as expected.
 *
 * @param call what was asked for
 * @param via how it was sent
 * @param outcome what came back, without secrets
 * @param time how long it took
 */
record QuickstartStep(String call, TransportAndMode via, String outcome, Duration time) {}
