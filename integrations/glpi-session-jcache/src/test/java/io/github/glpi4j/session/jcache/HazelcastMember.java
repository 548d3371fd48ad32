package io.github.glpi4j.session.jcache;

import com.hazelcast.cache.ICache;
import com.hazelcast.config.CacheSimpleConfig;
import com.hazelcast.config.Config;
import com.hazelcast.config.NetworkConfig;
import com.hazelcast.core.Hazelcast;
import com.hazelcast.core.HazelcastInstance;
import java.util.Arrays;

/** A member of a Hazelcast cluster, on 127.0.0.1 only, that keeps sessions with one backup on another member. */
final class HazelcastMember implements AutoCloseable {

    private final HazelcastInstance instance;

    private HazelcastMember(HazelcastInstance instance) {
        this.instance = instance;
    }

    /** Starts a member, which joins the members with these ports, or is the first one if there are none. */
    static HazelcastMember start(int... others) {
        Config config = new Config()
                .setClusterName("glpi4j-tests")
                .setProperty("hazelcast.phone.home.enabled", "false")
                .setProperty("hazelcast.shutdownhook.enabled", "false")
                .setProperty("hazelcast.logging.type", "slf4j")
                .setProperty("hazelcast.socket.bind.any", "false")
                .setProperty("hazelcast.wait.seconds.before.join", "0")
                .setProperty("hazelcast.partition.count", "31");
        config.getJetConfig().setEnabled(false);
        // tag::cache[]
        config.addCacheConfig(new CacheSimpleConfig().setName("glpi-sessions").setBackupCount(1));
        // end::cache[]
        NetworkConfig network = config.getNetworkConfig().setPort(0).setPortAutoIncrement(false);
        network.getInterfaces().setEnabled(true).addInterface("127.0.0.1");
        network.getJoin().getAutoDetectionConfig().setEnabled(false);
        network.getJoin().getMulticastConfig().setEnabled(false);
        network.getJoin().getTcpIpConfig().setEnabled(true);
        Arrays.stream(others).forEach(port -> network.getJoin().getTcpIpConfig().addMember("127.0.0.1:" + port));
        return new HazelcastMember(Hazelcast.newHazelcastInstance(config));
    }

    int port() {
        return instance.getCluster().getLocalMember().getAddress().getPort();
    }

    int members() {
        return instance.getCluster().getMembers().size();
    }

    ICache<String, String> cache() {
        // tag::get[]
        return instance.getCacheManager().getCache("glpi-sessions");
        // end::get[]
    }

    /** Ends the member as a crash would: it tells no other member, and hands nothing over. */
    void terminate() {
        instance.getLifecycleService().terminate();
    }

    @Override
    public void close() {
        instance.shutdown();
    }
}
