package io.github.glpi4j.document;

import java.nio.file.Path;

/**
 * A file that has come from GLPI.
 *
 * @param file where it is
 * @param fileName the name under which GLPI keeps it; a text from outside, that is not safe as a path
 * @param contentType its type as GLPI knows it, such as {@code text/plain;charset=UTF-8}
 */
public record DownloadedDocument(Path file, String fileName, String contentType) {}
