package io.github.glpi4j.transport.tck.server;

import java.io.IOException;
import java.util.HexFormat;

/**
 * The responses of a server that supports nothing above TLS 1.1. They are scripted, since the JDK no longer supports
 * it.
 */
public enum OldTls {
    /** A {@code protocol_version} alert. */
    REFUSES("15 0302 0002 02 46"),
    /**
     * A ServerHello with version 1.1: the usual response of such a server, which ignores that the client supports more.
     */
    ANSWERS("16 0302 002a 02 000026 0302" + "5a".repeat(32) + "00 002f 00");

    private final String hex;

    OldTls(String hex) {
        this.hex = hex.replace(" ", "");
    }

    /**
     * Plays the server.
     *
     * @param connection the connection
     * @throws IOException when the client disconnects
     */
    public void play(ServerConnection connection) throws IOException {
        connection.awaitFirstByte();
        connection.write(HexFormat.of().parseHex(hex));
        connection.hold();
    }
}
