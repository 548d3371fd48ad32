package io.github.glpi4j.document;

import java.nio.file.Path;

/**
 * A file downloaded from GLPI.
 *
 * @param file the location of the file
 * @param fileName the name of the file in GLPI; untrusted, do not use it as a path
 * @param contentType the content type that GLPI reports, such as {@code text/plain;charset=UTF-8}
 */
public record DownloadedDocument(Path file, String fileName, String contentType) {}
