package io.github.glpi4j.transport.vertx.files;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.function.Consumer;

/** An open file, observed when it is read, written, forced, truncated and closed. */
final class ObservedChannel extends FileChannel {

    private final FileChannel inner;
    private final Consumer<String> observer;

    ObservedChannel(FileChannel inner, Consumer<String> observer) {
        this.inner = inner;
        this.observer = observer;
    }

    private FileChannel accessing(String operation) {
        observer.accept(operation);
        return inner;
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
        return accessing("read").read(target);
    }

    @Override
    public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
        return accessing("read").read(targets, offset, length);
    }

    @Override
    public int read(ByteBuffer target, long position) throws IOException {
        return accessing("read").read(target, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
        return accessing("write").write(source);
    }

    @Override
    public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
        return accessing("write").write(sources, offset, length);
    }

    @Override
    public int write(ByteBuffer source, long position) throws IOException {
        return accessing("write").write(source, position);
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
        return accessing("read").transferTo(position, count, target);
    }

    @Override
    public long transferFrom(ReadableByteChannel source, long position, long count) throws IOException {
        return accessing("write").transferFrom(source, position, count);
    }

    @Override
    public long position() throws IOException {
        return inner.position();
    }

    @Override
    public FileChannel position(long newPosition) throws IOException {
        inner.position(newPosition);
        return this;
    }

    @Override
    public long size() throws IOException {
        return accessing("measure").size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
        accessing("truncate").truncate(size);
        return this;
    }

    @Override
    public void force(boolean metaData) throws IOException {
        accessing("force").force(metaData);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
        return accessing("map").map(mode, position, size);
    }

    @Override
    public FileLock lock(long position, long size, boolean shared) throws IOException {
        return accessing("lock").lock(position, size, shared);
    }

    @Override
    public FileLock tryLock(long position, long size, boolean shared) throws IOException {
        return accessing("lock").tryLock(position, size, shared);
    }

    @Override
    protected void implCloseChannel() throws IOException {
        accessing("close").close();
    }
}
