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
 * {@link io.github.glpi4j.transport.RequestNotSentException}, or else {@link java.io.IOException}. Which one it is tells
 * the library whether even a write may be sent again:
 *
 * <ul>
 *   <li>Certainly not sent is what fails with a {@code ConnectException}, an {@code UnknownHostException}, an {@code
 *       SSLException} or a {@code RequestNotSentException}.
 *   <li>All else counts as sent.
 * </ul>
 *
 * <p>A {@code ConnectException} is told, too, when a proxy refuses the tunnel, closes the connection instead or answers
 * with something else. An {@code SSLException} says that the TLS handshake failed, before which nothing is sent. Engines
 * throw it also later, when the request may have left: for a record that is broken, or for an alert, by which in TLS 1.3
 * a server that misses the client's certificate says so only after the handshake. A transport then fails with an {@code
 * IOException}, of which the engine's exception may be the cause.
 *
 * <p>The {@linkplain io.github.glpi4j.transport.TransportSettings#connectTimeout() connect timeout} covers all that comes
 * before the request: the connection itself, a proxy's {@code CONNECT} and the TLS handshake, each of which may have the
 * whole of it. When it strikes, that is a {@code ConnectException}.
 */
@NullMarked
package io.github.glpi4j.transport;

import org.jspecify.annotations.NullMarked;
