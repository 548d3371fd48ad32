import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { DefaultTheme } from "vitepress";

const docs = resolve(dirname(fileURLToPath(import.meta.url)), "..");

const groups: Record<string, string[]> = {
  Start: ["getting-started", "credentials", "choosing-a-transport", "migration", "README"],
  Guide: ["sessions", "items", "search", "tickets", "documents", "errors", "threading"],
  Connection: ["transports", "tls", "versions"],
  Applications: ["spring-boot", "runtimes", "fleet", "observability", "testing"],
  Reference: ["coverage", "init-session", "benchmarks", "benchmarks-items"],
  Project: ["architecture", "writing-a-transport"],
};

/** Names for the sidebar where the title of a page is too long for it. */
const names: Record<string, string> = {
  README: "All pages",
  "choosing-a-transport": "Choosing a transport",
  migration: "Migration",
  runtimes: "Quarkus, Vert.x, native images",
  "init-session": "initSession",
};

const pagesIn = (folder: string): string[] =>
  readdirSync(join(docs, folder))
    .filter((file) => file.endsWith(".md"))
    .map((file) => file.slice(0, -".md".length))
    .sort();

const title = (page: string): string =>
  /^# (.+)$/m.exec(readFileSync(join(docs, `${page}.md`), "utf8"))![1].replaceAll("`", "");

const item = (page: string): DefaultTheme.SidebarItem => ({
  text: names[page] ?? title(page),
  link: page === "README" ? "/contents" : `/${page}`,
});

/** All pages: a new one is under "More" until it has a place in the groups. */
export function sidebar(): DefaultTheme.SidebarItem[] {
  const pages = pagesIn(".").filter((page) => page !== "index");
  const placed = Object.values(groups).flat();
  const more = pages.filter((page) => !placed.includes(page));
  return [
    ...Object.entries(groups).map(([text, group]) => ({
      text,
      items: group.filter((page) => pages.includes(page)).map(item),
    })),
    ...(more.length > 0 ? [{ text: "More", items: more.map(item) }] : []),
    {
      text: "Decisions",
      link: "/adr/",
      collapsed: true,
      items: pagesIn("adr")
        .filter((page) => page !== "README")
        .map((page) => item(`adr/${page}`)),
    },
  ];
}
