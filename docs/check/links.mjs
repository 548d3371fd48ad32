import { readFileSync } from "node:fs";
import { fileAt } from "./server.mjs";

const text = (attribute) => attribute.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&gt;", ">");

const attributes = (html, pattern) => [...html.matchAll(pattern)].map((match) => text(match[1]));

/** Reads links and anchors from a page's source: enough for Javadoc, which needs no script to make them. */
export const linksIn = (file) => attributes(readFileSync(file, "utf8"), /<a [^>]*?href="([^"]*)"/g);

const anchorsIn = (file) => new Set(attributes(readFileSync(file, "utf8"), /\s(?:id|name)="([^"]*)"/g));

/** Finds links that lead nowhere within a site. */
export class Links {
  #anchors = new Map();

  constructor(dist, base, origin) {
    this.dist = dist;
    this.base = base;
    this.origin = origin;
  }

  /** Anchors of a page as the browser shows it, which are preferred to those in its source. */
  addAnchors(file, anchors) {
    this.#anchors.set(file, new Set(anchors));
  }

  /** What is wrong with a link on a page, or null. */
  problem(page, href) {
    const url = new URL(href, this.origin + page);
    if (url.origin !== this.origin) {
      return null;
    }
    const file = fileAt(this.dist, this.base, url.pathname);
    if (file === null) {
      return `${page}: dead link to ${url.pathname}`;
    }
    const anchor = decodeURIComponent(url.hash.slice(1));
    if (anchor === "" || !file.endsWith(".html")) {
      return null;
    }
    if (!this.#anchors.has(file)) {
      this.#anchors.set(file, anchorsIn(file));
    }
    return this.#anchors.get(file).has(anchor) ? null : `${page}: dead anchor ${url.pathname}#${anchor}`;
  }
}
