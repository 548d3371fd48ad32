package io.github.glpi4j.examples;

import io.github.glpi4j.GlpiClient;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadedDocument;
import java.nio.file.Path;
import java.time.Duration;

/** Attaches a file to a ticket, and fetches one. */
public final class HandleDocuments {

    private HandleDocuments() {}

    /**
     * Makes a document of a file.
     *
     * @param glpi a client
     * @param photo the file
     * @param ticket the id of the ticket that it belongs to
     * @return the id of the document
     */
    public static long attach(GlpiClient glpi, Path photo, long ticket) {
        // tag::upload[]
        UploadedDocument document = glpi.session()
                .documents()
                .upload(photo)
                .comment("as seen from the door")
                .linkTo("Ticket", ticket)
                .execute();
        // end::upload[]
        return document.id();
    }

    /**
     * Fetches the file of a document.
     *
     * @param glpi a client
     * @param id the id of the document
     * @param folder where to put it
     * @return the file
     */
    public static Path fetch(GlpiClient glpi, long id, Path folder) {
        // tag::download[]
        DownloadedDocument document = glpi.session()
                .documents()
                .download(id, folder.resolve("document-" + id))
                .execute();
        // end::download[]
        return document.file();
    }

    /**
     * Fetches a large file.
     *
     * @param glpi a client
     * @param id the id of the document
     * @param file where to put it
     * @return the file
     */
    public static Path fetchLarge(GlpiClient glpi, long id, Path file) {
        // tag::timeout[]
        DownloadedDocument large = glpi.session()
                .documents()
                .download(id, file)
                .timeout(Duration.ofMinutes(5))
                .execute();
        // end::timeout[]
        return large.file();
    }
}
