package io.github.glpi4j.transport.tck.server;

import java.io.IOException;
import java.util.HexFormat;

/** What a server says that knows nothing above TLS 1.1. Scripted, since the JDK no longer speaks it. */
public enum OldTls {
    /** An alert: protocol_version. */
    REFUSES("15 0302 0002 02 46"),
    /** A ServerHello with version 1.1, the usual answer of such a server: it overlooks that the client can do more. */
    ANSWERS("16 0302 002a 02 000026 0302" + "5a".repeat(32) + "00 002f 00");

    private final String hex;

    OldTls(String hex) {
        this.hex = hex.replace(" ", "");
    }

    /**
     * Plays the server's part.
     *
     * @param connection the connection
     * @throws IOException when the client is gone
     */
    public void play(ServerConnection connection) throws IOException {
        connection.awaitFirstByte();
        connection.write(HexFormat.of().parseHex(hex));
        connection.hold();
    }
}
