package io.github.glpi4j.internal.http;

import com.fasterxml.jackson.core.JsonParser;
import io.github.glpi4j.transport.Headers;

/** A response as its handler sees it. */
public interface Response {

    /** {@return the HTTP status} */
    int status();

    /** {@return the headers} */
    Headers headers();

    /** {@return the body, as a parser on its first token} */
    JsonParser json();

    /** {@return the complete body, JSON as text} */
    String text();

    /** {@return a text of GLPI as it may be shown: on one line, without secrets, not too long} */
    String redact(String text);
}
