package io.github.glpi4j.document;

/**
 * A document that GLPI has made.
 *
 * @param id its id
 * @param fileName the name under which GLPI keeps the file
 */
public record UploadedDocument(long id, String fileName) {}
