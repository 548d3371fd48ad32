/**
 * The settings of transports, and the SPI for transport authors.
 *
 * <p>Applications use {@link io.github.glpi4j.transport.TransportSettings}, {@link io.github.glpi4j.transport.Tls} and
 * {@link io.github.glpi4j.transport.HttpProxy} to configure the client's transport. They see {@link
 * io.github.glpi4j.transport.Transport} only to pass an instance to the client. All other types are for transport
 * authors, and so is the rest of this page.
 *
 * <p>A transport only moves bytes. The library handles sessions, JSON, errors, retries, deadlines, decompression,
 * limits and logging. Every transport disables the engine's redirects, retries, cookies, decompression and
 * authentication to the origin.
 *
 * <p>A transport reports each failure as exactly one of these JDK and SPI classes, and never as a subclass or a runtime
 * exception of the engine: {@link java.net.ConnectException}, {@link java.net.UnknownHostException}, {@link
 * javax.net.ssl.SSLException}, {@link java.net.SocketTimeoutException}, {@link
 * io.github.glpi4j.transport.RequestNotSentException}, or otherwise {@link java.io.IOException}. The class determines
 * whether the library may send the request again, even if it is a write:
 *
 * <ul>
 *   <li>A {@code ConnectException}, an {@code UnknownHostException}, an {@code SSLException} or a {@code
 *       RequestNotSentException} means that the request was certainly not sent.
 *   <li>With any other class, the request counts as sent.
 * </ul>
 *
 * <p>A {@code ConnectException} also reports that a proxy refused the tunnel, closed the connection, or sent an
 * unexpected response. An {@code SSLException} reports a failed TLS handshake, before which no request is sent. Engines
 * also throw it later, when the request may have been sent: for a broken record, or for an alert (in TLS 1.3, a server
 * reports a missing client certificate only after the handshake). The transport then fails with an {@code IOException},
 * whose cause may be the engine's exception.
 *
 * <p>The {@linkplain io.github.glpi4j.transport.TransportSettings#connectTimeout() connect timeout} covers each step
 * before the request separately: the connection itself, a proxy's {@code CONNECT} and the TLS handshake. When it
 * expires, the transport fails with a {@code ConnectException}.
 */
@NullMarked
package io.github.glpi4j.transport;

import org.jspecify.annotations.NullMarked;
