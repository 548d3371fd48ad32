package io.github.glpi4j.transport.tck.reference;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Resolves host names. */
@FunctionalInterface
public interface Resolver {

    /** The resolver of the system. */
    Resolver SYSTEM = InetAddress::getByName;

    InetAddress resolve(String host) throws UnknownHostException;
}
