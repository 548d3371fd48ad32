package io.github.glpi4j.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.condition.OS.LINUX;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.io.TempDir;

class RequestBodyTest {

    @TempDir
    private Path folder;

    private RequestBody file(String name, String content) throws IOException {
        return RequestBody.of(Files.writeString(folder.resolve(name), content));
    }

    private static RequestBody bytes(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return RequestBody.of(all);
    }

    private static byte[] read(RequestBody body) throws IOException {
        try (InputStream stream = body.openStream()) {
            return stream.readAllBytes();
        }
    }

    /** How many files of the folder this JVM holds open, where the system tells. */
    private long open() throws IOException {
        Path real = folder.toRealPath();
        try (Stream<Path> descriptors = Files.list(Path.of("/proc/self/fd"))) {
            return descriptors.filter(descriptor -> leadsTo(real, descriptor)).count();
        }
    }

    private static boolean leadsTo(Path folder, Path descriptor) {
        try {
            return Files.readSymbolicLink(descriptor).startsWith(folder);
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    @Test
    void segmentsComeInTheirOrder() throws IOException {
        RequestBody body = bytes('1')
                .append(file("a", "23"))
                .append(RequestBody.none())
                .append(file("b", "4"))
                .append(bytes('5', 0xff));

        assertThat(body.length()).isEqualTo(6);
        try (InputStream stream = body.openStream()) {
            assertThat(stream.readAllBytes()).containsExactly('1', '2', '3', '4', '5', 0xff);
            assertThat(stream.read()).isEqualTo(-1);
        }
        try (InputStream stream = body.openStream()) {
            assertThat(stream.skip(3)).isEqualTo(3);
            assertThat(stream.read()).isEqualTo('4');
        }
        try (InputStream stream = bytes(0xff).openStream()) {
            assertThat(stream.read()).isEqualTo(0xff);
        }
        try (InputStream stream = RequestBody.none().openStream()) {
            assertThat(stream.read()).isEqualTo(-1);
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void oneFileIsOpenAtATime() throws IOException {
        RequestBody body = file("a", "12").append(file("b", "34"));

        InputStream stream = body.openStream();
        assertThat(open()).isZero();
        stream.readNBytes(1);
        assertThat(open()).isEqualTo(1);
        stream.readNBytes(2);
        assertThat(open()).isEqualTo(1);
        stream.close();
        assertThat(open()).isZero();
        assertThatThrownBy(stream::read).isInstanceOf(IOException.class);
    }

    @Test
    @EnabledOnOs(LINUX)
    void aFileThatIsMissingLeavesNoneOpen() throws IOException {
        RequestBody body = file("a", "12").append(file("b", "34"));
        Files.delete(folder.resolve("b"));

        assertThatThrownBy(() -> read(body)).isInstanceOf(NoSuchFileException.class);

        assertThat(open()).isZero();
    }

    /** The last bytes are not handed out then, so that no server has a complete request with half a file. */
    @Test
    void aFileOfAnotherLengthFails() throws IOException {
        RequestBody grown = file("a", "12");
        Files.writeString(folder.resolve("a"), "123");
        RequestBody shrunk = file("b", "12").append(bytes('3'));
        Files.writeString(folder.resolve("b"), "1");

        assertThatThrownBy(() -> read(grown))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("longer");
        assertThatThrownBy(() -> read(shrunk)).isInstanceOf(EOFException.class);
        try (InputStream stream = grown.openStream()) {
            assertThat(stream.read()).isEqualTo('1');
            assertThatThrownBy(stream::read).hasMessageContaining("longer");
        }
    }

    @Test
    @EnabledOnOs(LINUX)
    void aFileWithContentButNoLengthIsRefused() {
        assertThatThrownBy(() -> RequestBody.of(Path.of("/proc/self/status")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessageContaining("no length");
    }

    @Test
    @EnabledOnOs(LINUX)
    @Timeout(60)
    void aFifoIsRefusedWithoutBlocking() throws Exception {
        Path fifo = folder.resolve("fifo");
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        RequestBody replaced = file("a", "12");
        Files.move(fifo, folder.resolve("a"), StandardCopyOption.REPLACE_EXISTING);

        assertThatThrownBy(() -> RequestBody.of(folder.resolve("a"))).hasMessageContaining("not a regular file");
        assertThatThrownBy(() -> read(replaced)).hasMessageContaining("not a regular file");
    }

    @Test
    void emptyFilesAndLinksAreFine() throws IOException {
        assertThat(file("empty", "").length()).isZero();
        Files.writeString(folder.resolve("target"), "12");
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("target"));

        assertThat(read(RequestBody.of(link))).containsExactly('1', '2');
    }
}
