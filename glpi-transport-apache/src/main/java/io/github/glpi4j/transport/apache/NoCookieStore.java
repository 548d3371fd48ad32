package io.github.glpi4j.transport.apache;

import java.util.Date;
import java.util.List;
import org.apache.hc.client5.http.cookie.Cookie;
import org.apache.hc.client5.http.cookie.CookieStore;

/** A cookie store that is always empty; it replaces the one of an external client. */
enum NoCookieStore implements CookieStore {
    INSTANCE;

    @Override
    public void addCookie(Cookie cookie) {}

    @Override
    public List<Cookie> getCookies() {
        return List.of();
    }

    @Override
    @SuppressWarnings("deprecation") // its replacement calls this method
    public boolean clearExpired(Date date) {
        return false;
    }

    @Override
    public void clear() {}
}
