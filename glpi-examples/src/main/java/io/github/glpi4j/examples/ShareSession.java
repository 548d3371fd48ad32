package io.github.glpi4j.examples;

import io.github.glpi4j.Credentials;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.session.jcache.JCacheSessionStore;
import javax.cache.Cache;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** Works in a session that other JVMs work in too. */
public final class ShareSession {

    private ShareSession() {}

    /**
     * Looks up the user of the shared session, and opens that session if no other JVM has done so.
     *
     * @param url where GLPI is
     * @param userToken the API token of the user that all JVMs log in as
     * @param cache the cache that they share
     * @param keyBytes the key that they share, of 16, 24 or 32 bytes
     * @return the login of the user
     */
    public static String whoAmI(String url, String userToken, Cache<String, String> cache, byte[] keyBytes) {
        // tag::store[]
        SecretKey key = new SecretKeySpec(keyBytes, "AES");
        try (JCacheSessionStore store = JCacheSessionStore.builder(cache, url, "monitoring")
                        .encryption(key)
                        .build();
                GlpiClient glpi = GlpiClient.builder(url)
                        .credentials(Credentials.userToken(userToken))
                        .sessionStore(store)
                        .transport("apache") // only where both transports are on the class path
                        .build()) {
            return glpi.session().getFullSession().execute().login().orElse("?");
        }
        // end::store[]
    }
}
