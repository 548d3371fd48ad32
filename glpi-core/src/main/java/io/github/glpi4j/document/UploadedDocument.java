package io.github.glpi4j.document;

/**
 * A document that GLPI has made of an upload.
 *
 * @param id its id
 * @param fileName the name under which GLPI keeps the file
 * @param confirmed whether the document was read back and has the file that was sent. If not, the upload has happened all
 *     the same, and must not be repeated
 * @param note why it is not confirmed, in words for a person, such as that the profile may not read documents; empty if it
 *     is
 */
public record UploadedDocument(long id, String fileName, boolean confirmed, String note) {

    /**
     * A confirmed upload, for tests.
     *
     * @param id the document's id
     * @param fileName the name of the file
     */
    public UploadedDocument(long id, String fileName) {
        this(id, fileName, true, "");
    }
}
