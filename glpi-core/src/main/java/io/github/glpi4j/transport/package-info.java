/**
 * The transport SPI: all that the author of a transport sees.
 *
 * <p>A transport moves bytes and nothing else. Sessions, JSON, errors, retries, deadlines, decompression, limits and
 * logging are the library's. Off in every transport: redirects, retries and cookies of the engine, authentication
 * towards the origin, decompression.
 *
 * <p>Failures are told in the JDK's words, as exactly one of these classes and never as an engine's subclass or
 * runtime exception: {@link java.net.ConnectException}, {@link java.net.UnknownHostException},
 * {@link javax.net.ssl.SSLException}, {@link java.net.SocketTimeoutException},
 * {@link io.github.glpi4j.transport.RequestNotSentException}, or else {@link java.io.IOException}.
 */
@NullMarked
package io.github.glpi4j.transport;

import org.jspecify.annotations.NullMarked;
