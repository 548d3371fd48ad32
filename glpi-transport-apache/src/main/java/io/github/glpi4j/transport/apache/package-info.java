/** A blocking transport on Apache HttpClient 5: {@link io.github.glpi4j.transport.apache.ApacheTransport}. */
@NullMarked
package io.github.glpi4j.transport.apache;

import org.jspecify.annotations.NullMarked;
