package io.github.glpi4j.transport.vertx.files;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import org.jspecify.annotations.Nullable;

/**
 * A path of an observed file system.
 *
 * @param inner the path of the other file system
 */
record ObservedPath(ObservedFileSystem system, Path inner) implements Path {

    static Path inner(Path path) {
        return path instanceof ObservedPath observed ? observed.inner : path;
    }

    private Path with(Path changed) {
        return new ObservedPath(system, changed);
    }

    private @Nullable Path withNullable(@Nullable Path changed) {
        return changed == null ? null : with(changed);
    }

    @Override
    public FileSystem getFileSystem() {
        return system;
    }

    @Override
    public boolean isAbsolute() {
        return inner.isAbsolute();
    }

    @Override
    public @Nullable Path getRoot() {
        return withNullable(inner.getRoot());
    }

    @Override
    public @Nullable Path getFileName() {
        return withNullable(inner.getFileName());
    }

    @Override
    public @Nullable Path getParent() {
        return withNullable(inner.getParent());
    }

    @Override
    public int getNameCount() {
        return inner.getNameCount();
    }

    @Override
    public Path getName(int index) {
        return with(inner.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
        return with(inner.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
        return inner.startsWith(inner(other));
    }

    @Override
    public boolean endsWith(Path other) {
        return inner.endsWith(inner(other));
    }

    @Override
    public Path normalize() {
        return with(inner.normalize());
    }

    @Override
    public Path resolve(Path other) {
        return with(inner.resolve(inner(other)));
    }

    @Override
    public Path relativize(Path other) {
        return with(inner.relativize(inner(other)));
    }

    @Override
    public URI toUri() {
        return inner.toUri();
    }

    @Override
    public Path toAbsolutePath() {
        return with(inner.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
        return with(inner.toRealPath(options));
    }

    @Override
    public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
        return inner.compareTo(inner(other));
    }

    @Override
    public String toString() {
        return inner.toString();
    }
}
