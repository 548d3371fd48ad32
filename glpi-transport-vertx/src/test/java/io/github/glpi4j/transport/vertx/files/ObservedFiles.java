package io.github.glpi4j.transport.vertx.files;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** The files of another file system; an observer receives each access beforehand, on its thread. */
public final class ObservedFiles extends FileSystemProvider {

    private final FileSystemProvider files;
    private final ObservedFileSystem system;
    private final BiConsumer<String, Path> observer;

    private ObservedFiles(FileSystem system, BiConsumer<String, Path> observer) {
        this.files = system.provider();
        this.system = new ObservedFileSystem(this, system);
        this.observer = observer;
    }

    /**
     * Returns a path to the same file.
     *
     * @param path a path of another file system
     * @param observer receives the operation and the file of each access by the returned path and by paths made from it
     * @return an observed path
     */
    public static Path observe(Path path, BiConsumer<String, Path> observer) {
        return new ObservedPath(new ObservedFiles(path.getFileSystem(), observer).system, path);
    }

    private Path accessing(String operation, Path path) {
        observer.accept(operation, path);
        return ObservedPath.inner(path);
    }

    @Override
    public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        Path inner = accessing(options.contains(StandardOpenOption.CREATE_NEW) ? "create and open" : "open", path);
        return new ObservedChannel(
                files.newFileChannel(inner, options, attributes), operation -> observer.accept(operation, path));
    }

    @Override
    public SeekableByteChannel newByteChannel(
            Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
        return newFileChannel(path, options, attributes);
    }

    @Override
    public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
        files.createDirectory(accessing("create", path), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
        files.delete(accessing("delete", path));
    }

    @Override
    public void copy(Path from, Path to, CopyOption... options) throws IOException {
        files.copy(accessing("copy", from), ObservedPath.inner(to), options);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        files.move(accessing("move", from), ObservedPath.inner(to), options);
    }

    @Override
    public boolean isSameFile(Path path, Path other) throws IOException {
        return files.isSameFile(accessing("compare", path), ObservedPath.inner(other));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
        return files.isHidden(accessing("look at", path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
        return files.getFileStore(accessing("look at", path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
        files.checkAccess(accessing("look at", path), modes);
    }

    /** A view accesses nothing yet. */
    @Override
    public <V extends FileAttributeView> @Nullable V getFileAttributeView(
            Path path, Class<V> type, LinkOption... options) {
        return files.getFileAttributeView(ObservedPath.inner(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options)
            throws IOException {
        return files.readAttributes(accessing("look at", path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
        return files.readAttributes(accessing("look at", path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options) throws IOException {
        files.setAttribute(accessing("change", path), name, value, options);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path path, DirectoryStream.Filter<? super Path> filter) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getScheme() {
        return "observed";
    }

    @Override
    public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FileSystem getFileSystem(URI uri) {
        return system;
    }

    @Override
    public Path getPath(URI uri) {
        throw new UnsupportedOperationException();
    }
}
