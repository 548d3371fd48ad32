package io.github.glpi4j.document;

/**
 * A document that GLPI created from an upload.
 *
 * @param id the id of the document
 * @param fileName the name of the file in GLPI
 * @param confirmed whether the document was read back and contains the file that was sent. Even if false, the upload
 *     has happened and must not be repeated
 * @param note a human-readable reason why the upload is not confirmed, such as that the profile may not read documents;
 *     empty if it is confirmed
 */
public record UploadedDocument(long id, String fileName, boolean confirmed, String note) {

    /**
     * Constructs a confirmed upload, for tests.
     *
     * @param id the id of the document
     * @param fileName the name of the file
     */
    public UploadedDocument(long id, String fileName) {
        this(id, fileName, true, "");
    }
}
