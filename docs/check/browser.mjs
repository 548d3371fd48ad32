import { chromium } from "playwright-core";

/** Headless Chromium that may talk to the site only, and notes what goes wrong. */
export class Browser {
  problems = [];

  static async launch(origin) {
    const browser = new Browser();
    browser.origin = origin;
    browser.chromium = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
      args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
    });
    return browser;
  }

  close() {
    return this.chromium.close();
  }

  /** Opens a page in a window of its own, runs what is to be done on it, and closes it. */
  async visit(path, action, options = {}) {
    const context = await this.chromium.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    try {
      context.setDefaultTimeout(60_000);
      const page = await context.newPage();
      const note = (problem) => this.problems.push(`${path}: ${problem}`);
      await page.route("**", (route) => {
        if (new URL(route.request().url()).origin === this.origin) {
          return route.continue();
        }
        note(`request to another host: ${route.request().url()}`);
        return route.abort();
      });
      page.on("console", (message) => message.type() === "error" && note(`console: ${message.text()}`));
      page.on("pageerror", (error) => note(`script: ${error.message}`));
      page.on("requestfailed", (request) => note(`failed request: ${request.url()} ${request.failure()?.errorText}`));
      page.on("response", (response) => response.status() !== 200 && note(`${response.status()}: ${response.url()}`));
      await page.goto(this.origin + path, { waitUntil: "networkidle" });
      await action(page);
    } catch (error) {
      this.problems.push(`${path}: ${error.message.split("\n")[0]}`);
    } finally {
      await context.close();
    }
  }
}
