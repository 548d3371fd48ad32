package io.github.glpi4j.internal.document;

import io.github.glpi4j.Call;
import io.github.glpi4j.document.Documents;
import io.github.glpi4j.document.DownloadedDocument;
import io.github.glpi4j.document.UploadDocument;
import io.github.glpi4j.internal.call.SessionCaller;
import io.github.glpi4j.internal.http.FileHandler;
import io.github.glpi4j.internal.http.InputChecks;
import io.github.glpi4j.internal.http.Operation;
import io.github.glpi4j.transport.Headers;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** The calls for documents within a session. */
public final class DefaultDocuments implements Documents {

    private static final String DOWNLOAD = "downloadDocument";
    private static final String PICTURE = "downloadPicture";
    private static final String UNWRITABLE =
            "File: it must be in an existing directory, and must not be a directory or a device";

    private final SessionCaller session;

    public DefaultDocuments(SessionCaller session) {
        this.session = session;
    }

    @Override
    public Call<DownloadedDocument> download(long id, Path destination) {
        if (id <= 0) {
            throw new IllegalArgumentException("a document's id is above 0, not " + id);
        }
        Path file = checkFile(destination);
        return download(
                Operation.get(DOWNLOAD, new Download(file))
                        .path("Document", String.valueOf(id))
                        .header("Accept", "application/octet-stream"),
                file);
    }

    @Override
    public Call<DownloadedDocument> downloadPicture(long userId, Path destination) {
        Path file = checkFile(destination);
        return download(
                Operation.get(PICTURE, new Picture(new Download(file)))
                        .path("User", String.valueOf(InputChecks.checkPositive("id of a user", userId)), "Picture"),
                file);
    }

    private static Path checkFile(Path destination) {
        Path file = destination.toAbsolutePath();
        if (file.getFileName() == null) {
            throw new IllegalArgumentException("the destination has no file name: " + destination);
        }
        return file;
    }

    private Call<DownloadedDocument> download(Operation<DownloadedDocument> operation, Path file) {
        // Sent uncompressed: a compressed file would have to be decompressed on the disk.
        Operation<DownloadedDocument> download = operation.header("Accept-Encoding", "identity");
        return session.call(
                operation.name(),
                execution -> LocalFile.access(
                                execution,
                                operation.name(),
                                "the file cannot be written",
                                UNWRITABLE,
                                () -> LocalFile.requireWritable(file))
                        .thenCompose(writable -> session.send(execution, download, DefaultDocuments::named)),
                session.dispatcher().transferLimit());
    }

    private static DownloadedDocument named(DownloadedDocument shown, UnaryOperator<String> name) {
        return new DownloadedDocument(shown.file(), name.apply(shown.fileName()), shown.contentType());
    }

    @Override
    public UploadDocument upload(Path file) {
        return UploadCall.of(
                session, MultipartForm.of(file), session.dispatcher().transferLimit());
    }

    @Override
    public UploadDocument upload(String fileName, byte[] content) {
        return UploadCall.of(
                session,
                MultipartForm.of(fileName, content),
                session.dispatcher().callLimit());
    }

    /**
     * A file where GLPI sends one, which it does with its name (Toolbox::sendFile): no page and no error has one. Of a
     * document without file, up to GLPI 10 it sends an error with an empty name.
     */
    private record Download(Path file) implements FileHandler<DownloadedDocument> {

        private static final int OK = 200;
        private static final int NOT_FOUND = 404;
        private static final Pattern GONE = Pattern.compile("\\A\\s*Error file .{1,4000} does not exist");

        @Override
        public Optional<Path> destination(int status, Headers headers) {
            boolean isFile = status == OK
                    && headers.firstValue("Content-Disposition")
                            .filter(header ->
                                    !ContentDisposition.fileName(header).isEmpty())
                            .isPresent()
                    && headers.firstValue("Content-Encoding")
                            .filter(encoding -> !encoding.equalsIgnoreCase("identity"))
                            .isEmpty();
            return isFile ? Optional.of(file) : Optional.empty();
        }

        @Override
        public DownloadedDocument received(Headers headers) {
            return new DownloadedDocument(
                    file,
                    headers.firstValue("Content-Disposition")
                            .map(ContentDisposition::fileName)
                            .orElse(""),
                    headers.firstValue("Content-Type").orElse(""));
        }

        /** GLPI 10 prints a line (Toolbox::sendFile), GLPI 11 shows a page. */
        @Override
        public boolean isMissing(int status, String page) {
            return GONE.matcher(page).find() || (status == NOT_FOUND && page.contains(" - GLPI</title>"));
        }

        @Override
        public String missingHint() {
            return "Document: GLPI knows it, but its file is not on the server's disk any more";
        }

        @Override
        public String expected() {
            return "the file of a document";
        }
    }

    /** As a document's file; GLPI responds with 204 if a user has no picture (API::userPicture). */
    private record Picture(Download download) implements FileHandler<DownloadedDocument> {

        private static final int NO_CONTENT = 204;

        @Override
        public Optional<Path> destination(int status, Headers headers) {
            return download.destination(status, headers);
        }

        @Override
        public DownloadedDocument received(Headers headers) {
            return download.received(headers);
        }

        @Override
        public boolean isMissing(int status, String page) {
            return status == NO_CONTENT || download.isMissing(status, page);
        }

        @Override
        public String missingHint() {
            return "User: has no picture, or its file is not on the server's disk any more";
        }

        @Override
        public String expected() {
            return "the picture of a user";
        }
    }
}
