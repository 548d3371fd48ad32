package io.github.glpi4j.transport.tck.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The files and sockets that this JVM holds open. On systems other than Linux, none. */
public final class FileDescriptors {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private FileDescriptors() {}

    /** {@return the number of open sockets} */
    public static long sockets() {
        return count(name -> name.startsWith("socket:"));
    }

    /**
     * Waits until at most a number of sockets are open.
     *
     * @param count the number
     * @param atMost how long to wait
     * @return whether no more are open
     */
    public static boolean socketsFallTo(long count, Duration atMost) {
        return fallTo(count, name -> name.startsWith("socket:"), atMost);
    }

    /**
     * Waits until a file is closed.
     *
     * @param file its real path
     * @param atMost how long to wait
     * @return whether nothing in this JVM holds it open
     */
    public static boolean isClosed(Path file, Duration atMost) {
        return fallTo(0, file.toString()::equals, atMost);
    }

    /**
     * Waits until all files of a directory are closed, including deleted ones.
     *
     * @param folder its real path
     * @param atMost how long to wait
     * @return whether nothing in this JVM holds one open
     */
    public static boolean areClosed(Path folder, Duration atMost) {
        return fallTo(0, name -> name.startsWith(folder + "/"), atMost);
    }

    private static boolean fallTo(long count, Predicate<String> matching, Duration atMost) {
        return Conditions.poll(() -> count(matching) <= count, atMost);
    }

    private static long count(Predicate<String> matching) {
        if (!Files.isDirectory(DESCRIPTORS)) {
            return 0;
        }
        List<Path> all;
        try (Stream<Path> listed = Files.list(DESCRIPTORS)) {
            all = listed.toList();
        } catch (IOException e) {
            throw new AssertionError("cannot list the open files", e);
        }
        return all.stream().map(FileDescriptors::name).filter(matching).count();
    }

    private static String name(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed in the meantime
        }
    }
}
