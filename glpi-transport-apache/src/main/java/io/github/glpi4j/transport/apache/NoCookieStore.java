package io.github.glpi4j.transport.apache;

import java.util.Date;
import java.util.List;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieStore;

/** Keeps nothing, in place of the store of an engine. */
enum NoCookieStore implements CookieStore {
    INSTANCE;

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public List<Cookie> getCookies() {
        return List.of();
    }

    @Override
    @SuppressWarnings("deprecation") // what replaces it calls it
    public boolean clearExpired(Date date) {
        return false;
    }

    @Override
    public void clear() {}
}
