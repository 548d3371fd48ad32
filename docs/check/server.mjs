import { createReadStream, existsSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const types = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".json": "application/json",
  ".png": "image/png",
  ".svg": "image/svg+xml",
};

/** The file that the site has at a path, or null. */
export function fileAt(dist, base, path) {
  if (!path.startsWith(base)) {
    return null;
  }
  const file = join(dist, normalize(`/${decodeURIComponent(path.slice(base.length))}`));
  const page = path.endsWith("/") ? join(file, "index.html") : file;
  return existsSync(page) && statSync(page).isFile() ? page : null;
}

/** Serves the site on loopback; a path without a file is a 404. */
export async function serve(dist, base) {
  const server = createServer((request, response) => {
    const file = fileAt(dist, base, new URL(request.url, "http://localhost").pathname);
    if (file === null) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("no such page");
    } else {
      response.writeHead(200, { "Content-Type": types[extname(file)] ?? "application/octet-stream" });
      createReadStream(file).pipe(response);
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}
