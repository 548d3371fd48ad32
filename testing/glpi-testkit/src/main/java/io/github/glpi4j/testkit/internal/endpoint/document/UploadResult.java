package io.github.glpi4j.testkit.internal.endpoint.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.glpi4j.testkit.internal.api.ApiRequest;
import io.github.glpi4j.testkit.internal.api.UploadedFile;
import io.github.glpi4j.testkit.internal.php.PhpText;
import io.github.glpi4j.testkit.internal.state.TokenGenerator;
import java.net.URI;
import java.util.List;

/** Reports the result for each file of the upload's first field. */
final class UploadResult {
    private final TokenGenerator tokens = new TokenGenerator();

    ObjectNode of(List<UploadedFile> uploads, ApiRequest request) {
        String field = uploads.get(0).field();
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = result.putArray(field);
        // GLPI uses one prefix for all files of a field.
        String prefix = tokens.uniqueId(request.state().clock().instant());
        uploads.stream()
                .filter(file -> file.field().equals(field))
                .forEach(file -> add(entries.addObject(), file, prefix, request));
        return result;
    }

    private void add(ObjectNode entry, UploadedFile file, String prefix, ApiRequest request) {
        String shown = request.state().version().encode(file.name());
        String name = prefix + shown;
        entry.put("name", name).put("size", file.bytes().length).put("type", file.type());
        file.refusal(request.state().documentMaxSize())
                .ifPresentOrElse(error -> entry.put("error", error), () -> addUrls(entry, file.field(), name, request));
        entry.put("prefix", prefix)
                .put("display", shown)
                .put("filesize", size(file.bytes().length))
                .put("id", "doc" + file.field() + tokens.number());
    }

    /** The URLs are broken, as in GLPI: they lack the port, and the parameter is the field without its last letter. */
    private static void addUrls(ObjectNode entry, String field, String name, ApiRequest request) {
        String url = "http://127.0.0.1" + URI.create(request.glpiUrl()).getPath();
        String script = request.state().version().isFrom11() ? "/index.php" : "/apirest.php";
        String encoded = PhpText.rawurlencode(name);
        String parameter = field.substring(0, Math.max(0, field.length() - 1));
        entry.put("url", url + "/files/" + encoded)
                .put("deleteUrl", url + script + "?" + parameter + "=" + encoded)
                .put("deleteType", "DELETE");
    }

    private static String size(int bytes) {
        if (bytes <= 1024) {
            return bytes + " B";
        }
        double kib = bytes / 1024.0;
        return kib <= 1024 ? rounded(kib) + " KiB" : rounded(kib / 1024) + " MiB";
    }

    private static String rounded(double number) {
        double hundredths = Math.round(number * 100) / 100.0;
        return hundredths == Math.rint(hundredths) ? Long.toString((long) hundredths) : Double.toString(hundredths);
    }
}
