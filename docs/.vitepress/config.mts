import { defineConfig } from "vitepress";
import { githubSlug, linksOfTheRepository, mermaidFences } from "./markdown.mts";
import { sidebar } from "./sidebar.mts";

const repository = "https://github.com/glpi4j/glpi4j";

/** Where a host serves the site below a path, such as /glpi4j/. */
const base = process.env.SITE_BASE ?? "/";

export default defineConfig({
  title: "glpi4j",
  description: "A Java client for the REST API of GLPI",
  lang: "en",
  base,
  lastUpdated: false,
  rewrites: { "README.md": "contents.md", "adr/README.md": "adr/index.md" },
  // Written by Javadoc after this build; docs/check checks these links.
  ignoreDeadLinks: [/^\/api\//],
  head: [["link", { rel: "icon", type: "image/svg+xml", href: `${base}logo.svg` }]],
  markdown: {
    theme: { light: "github-light-high-contrast", dark: "github-dark" },
    anchor: { slugify: githubSlug },
    config: (md) => {
      linksOfTheRepository(md, repository);
      mermaidFences(md);
    },
  },
  themeConfig: {
    logo: "/logo.svg",
    search: { provider: "local" },
    outline: [2, 3],
    externalLinkIcon: false,
    socialLinks: [{ icon: "github", link: repository }],
    docFooter: { prev: "Previous", next: "Next" },
    nav: [
      { text: "Guide", link: "/getting-started" },
      { text: "Errors", link: "/errors" },
      { text: "API", link: "/api/index.html", target: "_self" },
    ],
    sidebar: sidebar(),
  },
});
