// Loads every page of the built site in headless Chromium, and fails on whatever a reader would stumble over.
import { mkdirSync, readFileSync, readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Browser } from "./browser.mjs";
import { Links, linksIn } from "./links.mjs";
import { serve } from "./server.mjs";

const docs = resolve(fileURLToPath(import.meta.url), "../..");
const dist = join(docs, ".vitepress/dist");
const screenshots = join(docs, "target");
const base = process.env.SITE_BASE ?? "/";

const html = readdirSync(dist, { recursive: true }).filter((file) => file.endsWith(".html") && file !== "404.html");
const javadoc = html.filter((file) => file.startsWith("api/"));
const pages = html.filter((file) => !file.startsWith("api/"));
const path = (file) => base + encodeURI(file);

const server = await serve(dist, base);
const browser = await Browser.launch(server.origin);
const links = new Links(dist, base, server.origin);
const found = new Map();

async function readPage(page, file) {
  const { hrefs, anchors } = await page.evaluate(() => ({
    hrefs: [...document.querySelectorAll("a[href]")].map((link) => link.getAttribute("href")),
    anchors: [...document.querySelectorAll("[id]")].map((element) => element.id),
  }));
  found.set(path(file), hrefs);
  links.addAnchors(join(dist, file), anchors);
  await page.setViewportSize({ width: 390, height: 844 });
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  if (width > 390) {
    throw new Error(`is ${width} pixels wide on a phone of 390`);
  }
}

async function checkDiagrams() {
  for (const source of readdirSync(docs).filter((file) => file.endsWith(".md"))) {
    const fences = readFileSync(join(docs, source), "utf8").match(/^```mermaid$/gm)?.length ?? 0;
    if (fences > 0) {
      await browser.visit(path(source.replace(".md", ".html")), async (page) => {
        const drawn = page.locator(".diagram > svg[aria-roledescription]:not([aria-roledescription=error])");
        await drawn.nth(fences - 1).waitFor();
      });
    }
  }
}

const checkSearch = () =>
  browser.visit(base, async (page) => {
    await page.locator("#local-search button").first().click();
    await page.locator("#localsearch-input").fill("initSession");
    const first = page.locator(".VPLocalSearchBox .result").first();
    await first.waitFor();
    const texts = await page.locator(".VPLocalSearchBox .result").allInnerTexts();
    if (!texts.some((text) => text.toLowerCase().includes("initsession"))) {
      throw new Error(`search does not find initSession, but ${texts}`);
    }
    await first.click();
    await page.waitForURL((url) => url.pathname !== base);
    console.log(`search: ${texts.length} results for initSession, the first is ${new URL(page.url()).pathname}`);
  });

/** The router of the site must not take the way to Javadoc for one of its own. */
const checkNavigationToJavadoc = () =>
  browser.visit(base, async (page) => {
    await page.locator(".VPNavBarMenu a", { hasText: "API" }).click();
    await page.locator("text=All Classes and Interfaces").or(page.locator("text=Packages")).first().waitFor();
  });

async function takeScreenshots() {
  mkdirSync(screenshots, { recursive: true });
  for (const colorScheme of ["light", "dark"]) {
    for (const [name, width, height] of [["wide", 1280, 900], ["narrow", 390, 844]]) {
      await browser.visit(
        base,
        (page) => page.screenshot({ path: join(screenshots, `front-${name}-${colorScheme}.png`), fullPage: true }),
        { colorScheme, viewport: { width, height } },
      );
    }
  }
}

const waiting = [...pages, "api/index.html", "api/allclasses-index.html", "api/io/github/glpi4j/GlpiClient.html"];
const worker = async () => {
  for (let file = waiting.shift(); file !== undefined; file = waiting.shift()) {
    const current = file;
    await browser.visit(path(current), (page) =>
      current.startsWith("api/") ? page.locator("main").waitFor() : readPage(page, current),
    );
  }
};
try {
  await Promise.all([worker(), worker(), worker(), worker()]);
  await checkDiagrams();
  await checkSearch();
  await checkNavigationToJavadoc();
  await takeScreenshots();
} finally {
  await browser.close();
  server.close();
}

javadoc
  // Javadoc of JDK 17 links to anchors of this page that it does not write.
  .filter((file) => file !== "api/constant-values.html")
  .forEach((file) => found.set(path(file), linksIn(join(dist, file))));
let count = 0;
const dead = new Set();
for (const [page, hrefs] of found) {
  for (const href of hrefs) {
    count++;
    dead.add(links.problem(page, href));
  }
}
dead.delete(null);
const problems = [...browser.problems, ...dead];
problems.forEach((problem) => console.error(problem));
console.log(`${pages.length} pages and ${javadoc.length} of Javadoc, ${count} links, ${problems.length} problems`);
console.log(`screenshots: ${relative(process.cwd(), screenshots)}`);
process.exit(problems.length > 0 || pages.length === 0 || javadoc.length === 0 ? 1 : 0);
