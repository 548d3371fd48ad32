package io.github.glpi4j.transport.tck.reference;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Finds the address of a host. */
@FunctionalInterface
public interface Resolver {

    /** What the machine knows. */
    Resolver SYSTEM = InetAddress::getByName;

    InetAddress resolve(String host) throws UnknownHostException;
}
