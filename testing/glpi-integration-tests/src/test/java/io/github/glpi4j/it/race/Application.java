package io.github.glpi4j.it.race;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.transport.apache.ApacheTransport;
import io.github.glpi4j.transport.tck.client.CheckingListener;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.stream.Stream;
import org.apache.hc.client5.http.classic.HttpClient;
import org.apache.hc.core5.http.HttpHost;
import org.jspecify.annotations.Nullable;

/** The class loader of an application that bundles the library; its container provides logging. */
final class Application extends URLClassLoader {

    Application() {
        super(libraries(), new Container());
    }

    private static URL[] libraries() {
        return Stream.of(
                        Application.class,
                        GlpiClient.class,
                        CheckingListener.class,
                        ApacheTransport.class,
                        HttpClient.class,
                        HttpHost.class,
                        JsonParser.class,
                        ObjectMapper.class,
                        JsonCreator.class,
                        Nullable.class)
                .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
                .distinct()
                .toArray(URL[]::new);
    }

    private static final class Container extends ClassLoader {

        Container() {
            super(getPlatformClassLoader());
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            if (name.startsWith("org.slf4j.")) {
                return Class.forName(name, false, Application.class.getClassLoader());
            }
            throw new ClassNotFoundException(name);
        }
    }
}
