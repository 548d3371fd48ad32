package io.github.glpi4j.transport.tck.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What this JVM holds open, where the system tells (Linux); elsewhere nothing. */
public final class FileDescriptors {

    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

    private FileDescriptors() {}

    /** {@return the number of open sockets} */
    public static long sockets() {
        return count(name -> name.startsWith("socket:"));
    }

    /**
     * Waits until no more sockets than a number are open.
     *
     * @param count the number
     * @param atMost how long to wait
     * @return false if there are still more
     */
    public static boolean socketsFallTo(long count, Duration atMost) {
        return fallTo(count, name -> name.startsWith("socket:"), atMost);
    }

    /**
     * Tells whether a file is closed in time.
     *
     * @param file its real path
     * @param atMost how long to wait
     * @return false if somebody in this JVM holds it open even then
     */
    public static boolean isClosed(Path file, Duration atMost) {
        return fallTo(0, file.toString()::equals, atMost);
    }

    /**
     * Waits until all files of a folder are closed, deleted ones included.
     *
     * @param folder its real path
     * @param atMost how long to wait
     * @return false if one is still open
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
            throw new AssertionError("the system does not tell what is open", e);
        }
        return all.stream().map(FileDescriptors::name).filter(matching).count();
    }

    private static String name(Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).toString();
        } catch (IOException e) {
            return ""; // closed meanwhile
        }
    }
}
