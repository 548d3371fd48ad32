package io.github.glpi4j.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.nio.file.Path;

/**
 * Uploads and downloads the files of GLPI's itemtype {@code Document}. Thread-safe.
 *
 * <p>Files of any size are streamed to and from the disk, and never held in memory. These calls have no limit on the
 * total time: they fail with a {@link io.github.glpi4j.GlpiTimeoutException} if no data moves for the duration of the
 * builder's {@code callTimeout} (60 seconds by default). {@link Call#timeout} limits the total time instead.
 *
 * <p>Files are accessed when a call is executed, not when it is created, and never on an event loop. If a file cannot
 * be read or written, the call sends nothing and fails with a {@link io.github.glpi4j.GlpiTransportException}.
 */
public interface Documents {

    /**
     * Downloads the file of a document: {@code GET Document/:id} with {@code Accept: application/octet-stream}.
     *
     * <p>The file is written next to the destination under a hidden name that ends in {@code .part}, and moved to the
     * destination when it is complete. An existing file is replaced; if the destination is a symbolic link, the link
     * itself is replaced, not its target. If the download fails for any reason, including an error from GLPI or a page
     * from a proxy, the destination stays unchanged and no other file is left.
     *
     * <p>The call fails with a {@link io.github.glpi4j.GlpiNotFoundException} if the document does not exist or its
     * file is missing from the server's disk, and with a {@link io.github.glpi4j.GlpiPermissionException} if the
     * profile may not read it (GLPI 11 and later; earlier versions do not check). It fails with a {@link
     * io.github.glpi4j.GlpiProtocolException} if the document never had a file.
     *
     * @param id the id of the document, greater than 0
     * @param destination the file to write, in an existing directory
     * @return a call that downloads the file
     * @throws IllegalArgumentException if the id is not greater than 0, or if the destination is a root directory
     */
    @CheckReturnValue
    Call<DownloadedDocument> download(long id, Path destination);

    /**
     * Downloads the picture of a user: {@code GET User/:id/Picture}, to a file as {@link #download} does.
     *
     * <p>The call fails with a {@link io.github.glpi4j.GlpiNotFoundException} and the code {@code GLPI4J_FILE_MISSING} if
     * the user has no picture, and with a {@link io.github.glpi4j.GlpiApiException} and the code {@code ERROR} if there
     * is no such user.
     *
     * @param userId the id of the user, greater than 0
     * @param destination the file to write, in an existing directory
     * @return a call that downloads the picture
     * @throws IllegalArgumentException if the id is not greater than 0, or if the destination is a root directory
     */
    @CheckReturnValue
    Call<DownloadedDocument> downloadPicture(long userId, Path destination);

    /**
     * Creates a document from a file: {@code POST Document} as {@code multipart/form-data}. By default, the document
     * has the name of the file.
     *
     * <p>After sending the file, the call reads the document back and compares the SHA-1 of its file. If GLPI rejected
     * the file (its type is not allowed, or it is empty or too large) or could not store it, the call removes the
     * document and fails with a {@link io.github.glpi4j.GlpiApiException} whose code is {@code GLPI4J_FILE_REFUSED}. If
     * the document cannot be read back, the call succeeds without confirmation: see {@link
     * UploadedDocument#confirmed()}.
     *
     * <p>The file is never sent again once a byte may have been sent. If it is too large for PHP, the code is {@code
     * ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE}. If it is too large for the web server, the call fails with a {@link
     * io.github.glpi4j.GlpiProtocolException} for status 413, or with a {@link io.github.glpi4j.GlpiTransportException}
     * if the server closes the connection.
     *
     * @param file the file, which is read each time the call is sent, and once more to compare it
     * @return a call that creates the document
     * @throws IllegalArgumentException if GLPI cannot store the name of the file
     */
    @CheckReturnValue
    UploadDocument upload(Path file);

    /**
     * Creates a document from bytes in memory, as {@link #upload(Path)} does from a file. The call timeout limits the
     * total time.
     *
     * @param fileName the name with its extension, from which GLPI derives the type
     * @param content the bytes, which are copied
     * @return a call that creates the document
     * @throws IllegalArgumentException if GLPI cannot store the name
     */
    @CheckReturnValue
    UploadDocument upload(String fileName, byte[] content);
}
