package io.github.glpi4j.cli.export;

import io.github.glpi4j.cli.option.UsageException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.util.List;
import java.util.Set;

/**
 * The file of an export until it is complete: hidden, beside the target, with a file that says how far it is complete.
 * Both stay after a break, unless there is nothing to resume.
 */
final class PartFile implements AutoCloseable {

    private final Path target;
    private final Path part;
    private final Path note;
    private final FileChannel channel;
    private final OutputStream out;
    private Checkpoint checkpoint;

    private PartFile(Path target, Path part, Path note, FileChannel channel, Checkpoint checkpoint) {
        this.target = target;
        this.part = part;
        this.note = note;
        this.channel = channel;
        this.out = new BufferedOutputStream(Channels.newOutputStream(channel));
        this.checkpoint = checkpoint;
    }

    /**
     * Opens the file behind its last checkpoint, or else at its start.
     *
     * @throws UsageException if another export is writing it
     */
    static PartFile open(Path target, String export, boolean restart) throws IOException {
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        Path note = target.resolveSibling("." + target.getFileName() + ".part.json");
        FileChannel channel = FileChannel.open(
                part, Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS));
        try {
            lock(channel, target);
            copyPermissions(target, part);
            Checkpoint checkpoint = Checkpoint.start(export);
            if (!restart) {
                checkpoint = Checkpoint.read(note, export).orElse(checkpoint);
            }
            if (channel.size() < checkpoint.bytes()) {
                checkpoint = Checkpoint.start(export);
            }
            channel.truncate(checkpoint.bytes());
            channel.position(checkpoint.bytes());
            return new PartFile(target, part, note, channel, checkpoint);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path target) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            // an export in this process
        }
        throw new UsageException("another export is writing " + target, "Wait for it to end, or pass another --out");
    }

    /** So that the data is never more accessible than before. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        if (view != null && Files.exists(from)) {
            Files.setPosixFilePermissions(to, view.readAttributes().permissions());
        }
    }

    OutputStream out() {
        return out;
    }

    Checkpoint checkpoint() {
        return checkpoint;
    }

    /** Notes that the rows up to here are written. */
    void checkpoint(long rows, long position, long lastId, List<String> columns) throws IOException {
        out.flush();
        checkpoint = new Checkpoint(checkpoint.export(), channel.position(), rows, position, lastId, columns);
        checkpoint.write(note);
    }

    /** Moves the complete file to the target. */
    void complete() throws IOException {
        out.flush();
        channel.force(true);
        channel.close();
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(note);
    }

    /** Without {@link #complete}, keeps what can be resumed. */
    @Override
    public void close() throws IOException {
        if (!channel.isOpen()) {
            return;
        }
        channel.close();
        if (checkpoint.rows() == 0) {
            Files.deleteIfExists(part);
            Files.deleteIfExists(note);
        }
    }
}
