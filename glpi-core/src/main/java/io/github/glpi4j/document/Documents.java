package io.github.glpi4j.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.CheckReturnValue;
import java.nio.file.Path;

/**
 * Files that GLPI keeps: its itemtype {@code Document}. Thread-safe.
 *
 * <p>Files are streamed from and to the disk and never held in memory, whatever their size. So their calls have no bound
 * on the time from start to end: they fail with a {@link io.github.glpi4j.GlpiTimeoutException} when nothing has moved
 * for as long as other calls may take in all (the builder's {@code callTimeout}, 60 seconds). {@link Call#timeout}
 * bounds the whole transfer instead. On an event loop the disk is never waited for, but for a look whether the files
 * are there when a call is made and when it is sent.
 */
public interface Documents {

    /**
     * Downloads the file of a document: {@code GET Document/:id} with {@code Accept: application/octet-stream}.
     *
     * <p>It is written beside its destination, under a hidden name that ends in {@code .part}, and put into place when
     * it is whole. A file that is there is replaced; a symbolic link is replaced itself, and not what it leads to. A
     * failure of any kind, an error of GLPI or a page of a proxy leaves the destination as it was, and nothing beside it.
     *
     * <p>A document that does not exist, or whose file is gone from the server's disk, is a {@link
     * io.github.glpi4j.GlpiNotFoundException}; one that the profile may not read a {@link
     * io.github.glpi4j.GlpiPermissionException} from GLPI 11 on, while earlier versions do not ask. A document that never
     * had a file is a {@link io.github.glpi4j.GlpiProtocolException}.
     *
     * @param id the document's id, above 0
     * @param destination the file to write, in a folder that exists
     * @return a call that gives what GLPI tells of the file
     * @throws IllegalArgumentException for another number, a destination that is a folder or a device, or one in no
     *     folder
     */
    @CheckReturnValue
    Call<DownloadedDocument> download(long id, Path destination);

    /**
     * Makes a document of a file: {@code POST Document}, {@code multipart/form-data}. It has the file's name, unless
     * another is given.
     *
     * <p>The upload is complete when GLPI has the file: the document is read back, and the SHA-1 of its file compared. A
     * document without the file, since GLPI refused it (its type is not allowed, it is empty or too big) or could not store
     * it, is removed again, and the call fails with a {@link io.github.glpi4j.GlpiApiException} whose code is {@code
     * GLPI4J_FILE_REFUSED}. Where the document cannot be read back, the upload has happened all the same: see {@link
     * UploadedDocument#confirmed()}.
     *
     * <p>Never sent twice once a byte may have left. A file that is too large for PHP is {@code
     * ERROR_UPLOAD_FILE_TOO_BIG_POST_MAX_SIZE}; one that is too large for the web server a {@link
     * io.github.glpi4j.GlpiProtocolException} with its 413, or a {@link io.github.glpi4j.GlpiTransportException} where the
     * server breaks off the connection.
     *
     * @param file a file, read anew whenever the call is sent, and once more to compare
     * @return a call that gives the new document
     * @throws IllegalArgumentException for what is no file, or a name that GLPI could not keep
     */
    @CheckReturnValue
    UploadDocument upload(Path file);

    /**
     * As {@link #upload(Path)}, from memory, and with the time limit of other calls.
     *
     * @param fileName the name with its extension, by which GLPI tells the type
     * @param content the bytes, copied
     * @return a call that gives the new document
     * @throws IllegalArgumentException for a name that GLPI could not keep
     */
    @CheckReturnValue
    UploadDocument upload(String fileName, byte[] content);
}
