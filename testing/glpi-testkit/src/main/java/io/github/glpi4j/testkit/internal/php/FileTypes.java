package io.github.glpi4j.testkit.internal.php;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The file types that a new GLPI accepts, and PHP's detection of media types. */
public final class FileTypes {
    private static final Set<String> UPLOADABLE = Set.of(
            ("7z aiff asf avi bmp bz2 c csv deb doc docx dvi eml eps gif gz h html jpeg jpg mid mkv mov mp3 mp4 mpg mpp "
                            + "odb odc odf odg odi odm odp ods odt ogg ott pas pcl pdf png ppt pptx ps psd qt ra ram "
                            + "rar rm rpm rtf sdd sdw sit svg swf sxc sxi sxw tex tgz tif torrent ttf txt vsd wav wmv "
                            + "xcf xls xlsx xml zip")
                    .split(" ", -1));

    /** The first bytes of formats that are not text, and their media types. */
    private static final Map<String, String> BY_START = byStart();

    private FileTypes() {}

    public static boolean isUploadable(String name) {
        return name.contains(".") && UPLOADABLE.contains(extension(name).toLowerCase(Locale.ROOT));
    }

    /** Returns what follows the last dot, or the complete name if there is none. */
    public static String extension(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** Detects the media type from the content alone; PHP ignores the name and the type that the client sent. */
    public static String mime(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        for (Map.Entry<String, String> known : BY_START.entrySet()) {
            if (start.startsWith(known.getKey())) {
                return known.getValue();
            }
        }
        return isText(bytes) ? "text/plain" : "application/octet-stream";
    }

    private static boolean isText(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .chars()
                    .allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
        } catch (CharacterCodingException notText) {
            return false;
        }
    }

    private static Map<String, String> byStart() {
        Map<String, String> types = new LinkedHashMap<>();
        types.put("%PDF-", "application/pdf");
        types.put("\u0089PNG\r\n\u001A\n", "image/png");
        types.put("\u00FF\u00D8\u00FF", "image/jpeg");
        types.put("GIF8", "image/gif");
        types.put("PK\u0003\u0004", "application/zip");
        types.put("<svg", "image/svg+xml");
        return types;
    }
}
