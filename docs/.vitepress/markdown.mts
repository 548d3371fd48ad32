import { existsSync, statSync } from "node:fs";
import { dirname, join, posix, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { MarkdownRenderer } from "vitepress";

const docs = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** The anchor that GitHub gives to a heading, so that a link to it works there and here. */
export const githubSlug = (heading: string): string =>
  heading.trim().toLowerCase().replace(/[^\p{L}\p{N}\p{M}_\- ]/gu, "").replaceAll(" ", "-");

/** Links are written for GitHub: those to files outside docs lead there, and those to a README to the page of its folder. */
export function linksOfTheRepository(md: MarkdownRenderer, repository: string): void {
  md.core.ruler.push("links_of_the_repository", (state) => {
    const page: string = state.env.path ?? "";
    const rewrite = (href: string): string => {
      const [path, anchor] = href.split(/(?=#)/, 2);
      if (/^([a-z]+:|[/#])/.test(href)) {
        return href;
      }
      const target = posix.join(dirname(page), decodeURI(path));
      if (!existsSync(target)) {
        throw new Error(`${page}: dead link ${href}`);
      }
      const inDocs = posix.relative(docs, target);
      if (inDocs.startsWith("..")) {
        const kind = statSync(target).isDirectory() ? "tree" : "blob";
        return `${repository}/${kind}/main/${posix.relative(join(docs, ".."), target)}${anchor ?? ""}`;
      }
      return path.replace(/README\.md$/, inDocs === "README.md" ? "contents.md" : "index.md") + (anchor ?? "");
    };
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        const href = token.type === "link_open" ? token.attrGet("href") : null;
        if (href !== null) {
          token.attrSet("href", rewrite(href));
        }
      }
    }
  });
}

/** Diagrams, which theme/MermaidDiagram.vue draws in the browser. */
export function mermaidFences(md: MarkdownRenderer): void {
  const other = md.renderer.rules.fence!;
  md.renderer.rules.fence = (tokens, index, options, env, self) =>
    tokens[index].info.trim() === "mermaid"
      ? `<MermaidDiagram source="${encodeURIComponent(tokens[index].content)}" />`
      : other(tokens, index, options, env, self);
}
