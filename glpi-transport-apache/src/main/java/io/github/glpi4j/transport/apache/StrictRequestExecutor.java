package io.github.glpi4j.transport.apache;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/** Sends no request on a connection with unsolicited bytes, and closes a connection with bytes after the response. */
class StrictRequestExecutor extends HttpRequestExecutor {

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback callback,
            HttpContext context)
            throws IOException, HttpException {
        if (connection instanceof StrictConnection strict && strict.hasAvailableBytes()) {
            throw new IOException("the connection held unsolicited bytes"); // HttpClient closes it
        }
        ClassicHttpResponse response;
        try {
            response = super.execute(request, connection, callback, context);
        } catch (Error e) {
            connection.close(CloseMode.IMMEDIATE);
            throw new ErrorWrapper(e);
        }
        if (response.getEntity() == null && connection instanceof StrictConnection strict) {
            strict.closeUnlessClean();
        }
        return response;
    }
}
