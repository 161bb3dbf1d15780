/** A VS Code workbench in a headless browser, driven as a person drives it. For tests and pictures. */

import { type Browser, type ConsoleMessage, chromium, type Page } from 'playwright-core';
import { onShutdown } from '../lib/shutdown.ts';
import { findBrowser } from './browser.ts';
import type { EditorServer } from './server.ts';
import { useWebExtensionHost } from './web-host.ts';

export interface WorkbenchOptions {
  /** The folder or `.code-workspace` file to open, as `EditorServer.url` takes it. */
  readonly folder: string;
  /** Loads the extension from this folder instead of a package. The server needs `development: true`. */
  readonly extensionFolder?: string;
  /** More extensions for a browser, which does not see what the server has installed. */
  readonly webExtensionFolders?: readonly string[];
  /** Where they run: beside the server, or in a worker of the browser as on vscode.dev. `node` if not given. */
  readonly extensionHost?: 'node' | 'web';
  /** VS Code's display language, such as `de`. Its own words stay English: no language pack is installed. */
  readonly language?: string;
  /** Runs this bundled test suite inside the extension host. The server needs `development: true`. */
  readonly suite?: SuiteHooks;
  /** Size of the window in CSS pixels; 1280 × 800 if not given. */
  readonly size?: { readonly width: number; readonly height: number };
  /** Device pixels per CSS pixel: 2 makes sharp pictures. 1 if not given. */
  readonly pixelRatio?: number;
}

/** How a suite in the extension host reports to us. */
export interface SuiteHooks {
  /** The bundled suite, a file that exports `run()`. For a browser it must lie in the extension's folder. */
  readonly file: string;
  /** Called for what the suite prints. */
  readonly onLog: (line: string) => void;
  /** Called when `run()` has settled; 0 is a pass. */
  readonly onExit: (code: number) => void;
}

/** Switches that keep a headless Chromium from calling home and let it run as root in a container. */
const browserSwitches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Opens the workbench and waits until it is drawn. */
export async function openWorkbench(server: EditorServer, options: WorkbenchOptions): Promise<Workbench> {
  const browser = await chromium.launch({
    executablePath: await findBrowser(),
    args: browserSwitches,
    // We close it ourselves (`onShutdown`); Playwright's own handlers would end this process in between.
    handleSIGINT: false,
    handleSIGTERM: false,
    handleSIGHUP: false,
  });
  const forget = onShutdown(() => browser.close());
  browser.on('disconnected', forget);
  const page = await browser.newPage({
    viewport: options.size ?? { width: 1280, height: 800 },
    deviceScaleFactor: options.pixelRatio ?? 1,
  });
  const workbench = new Workbench(browser, page);
  if (options.suite !== undefined) {
    await exposeSuiteHooks(page, options.suite);
  }
  if (options.language !== undefined) await setLanguage(page, options.language);
  if (options.extensionHost === 'web') {
    await useWebExtensionHost(page, server, options);
    await page.goto(server.url(options.folder));
  } else {
    await page.goto(server.url(options.folder, payloadQuery(server, options)));
  }
  await page.locator('.monaco-workbench .part.editor').waitFor();
  return workbench;
}

/** The two functions by which an extension host under test talks to the page that opened it. */
async function exposeSuiteHooks(page: Page, suite: SuiteHooks): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_type: string, parts: unknown[]) => {
    suite.onLog(parts.map((part) => (typeof part === 'string' ? part : JSON.stringify(part))).join(' '));
  });
  await page.exposeFunction('codeAutomationExit', suite.onExit);
}

/** What a language pack would set before the workbench loads; extensions, their manifests too, go by it. */
async function setLanguage(page: Page, language: string): Promise<void> {
  await page.addInitScript((code) => {
    Object.assign(globalThis, { _VSCODE_NLS_LANGUAGE: code });
  }, language);
}

function payloadQuery(server: EditorServer, options: WorkbenchOptions): Record<string, string> {
  const payload: [string, string][] = [];
  if (options.extensionFolder !== undefined) {
    payload.push(['extensionDevelopmentPath', server.remoteUri(options.extensionFolder)]);
  }
  if (options.suite !== undefined) {
    payload.push(['extensionTestsPath', server.remoteUri(options.suite.file)]);
  }
  return payload.length === 0 ? {} : { payload: JSON.stringify(payload) };
}

/** What a person can do in the workbench. Each step waits until its result is on the screen. */
export class Workbench {
  readonly browser: Browser;
  /** The Playwright page, for whatever has no method here. */
  readonly page: Page;
  readonly #consoleErrors: string[] = [];

  constructor(browser: Browser, page: Page) {
    this.browser = browser;
    this.page = page;
    page.on('console', (message: ConsoleMessage) => {
      if (message.type() === 'error') {
        this.#consoleErrors.push(message.text());
      }
    });
  }

  /** Errors in the page's console so far, for a failure's report. */
  get consoleErrors(): readonly string[] {
    return this.#consoleErrors;
  }

  /** Opens a file of the folder by name or relative path, through quick open. */
  async openFile(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    await this.#pick('Control+P', path, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
    await this.page.locator('.editor-instance .view-line').first().waitFor();
  }

  /** Runs a command by its title in the palette. One that asks something is left with its question open. */
  async runCommand(title: string): Promise<void> {
    await this.#pick('F1', `>${title}`, title);
  }

  /** Puts the cursor into the first visible occurrence of this text. */
  async clickText(text: string): Promise<void> {
    const { x, y } = await this.#locate(text);
    await this.page.mouse.click(x, y);
  }

  /** Points at the first visible occurrence of this text, and returns what the hover says. */
  async hoverText(text: string): Promise<string> {
    const { x, y } = await this.#locate(text);
    // The editor asks for a hover when the mouse moves over the text, not when it jumps there.
    await this.page.mouse.move(x - 3, y);
    await this.page.mouse.move(x, y, { steps: 3 });
    const hover = this.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
    await hover.waitFor();
    await this.page.locator('.monaco-hover:not(.hidden) .loading').waitFor({ state: 'detached' });
    return normalSpaces(await hover.innerText());
  }

  /** Opens the light bulb's menu at this text, and returns the titles in it. */
  async openLightBulb(text: string): Promise<string[]> {
    await this.clickText(text);
    const menu = this.page.locator('.action-widget');
    const first = menu.locator('.monaco-list-row.action').first();
    // VS Code drops the menu when lenses and hints that come late move the text. Then one presses again.
    for (let tries = 3; tries > 0 && !(await first.isVisible()); tries--) {
      await this.page.keyboard.press('Control+.');
      await Promise.race([first.waitFor(), this.page.waitForTimeout(3_000)]);
    }
    await first.waitFor();
    const titles = await menu.locator('.monaco-list-row.action .title').allInnerTexts();
    return titles.map(normalSpaces);
  }

  /** Chooses an entry of the light bulb's open menu. */
  async chooseAction(title: string): Promise<void> {
    const entry = this.page.locator('.action-widget .monaco-list-row.action', { hasText: title }).first();
    await entry.click();
    await entry.waitFor({ state: 'detached' });
  }

  /** Asks for completions at the cursor, and returns the labels in the list. */
  async openSuggestions(): Promise<string[]> {
    await this.page.keyboard.press('Control+Space');
    const list = this.page.locator('.suggest-widget.visible .monaco-list-row');
    await list.first().waitFor();
    return (await list.locator('.label-name').allInnerTexts()).map(normalSpaces);
  }

  /** Waits until at least one problem of this severity is underlined. */
  async waitForProblems(severity: 'error' | 'warning' | 'info' | 'hint'): Promise<void> {
    await this.page.locator(`.view-overlays .squiggly-${severity}`).first().waitFor();
  }

  /** The visible lines of the editor, from top to bottom. */
  async visibleText(): Promise<string> {
    const lines = await this.page
      .locator('.editor-instance .view-line')
      .evaluateAll((elements) =>
        (elements as HTMLElement[])
          .toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
          .map((element) => element.textContent),
      );
    return normalSpaces(lines.join('\n'));
  }

  /** Writes a picture of the window. */
  async screenshot(path: string): Promise<void> {
    await this.page.screenshot({ path });
  }

  async close(): Promise<void> {
    await this.browser.close();
  }

  /** Opens quick input with a key, types, and takes the entry whose label contains this text. */
  async #pick(key: string, input: string, label: string): Promise<void> {
    await this.page.keyboard.press(key);
    const widget = this.page.locator('.quick-input-widget:not([style*="display: none"])');
    await widget.locator('input.input').fill(input);
    await widget.locator('.monaco-list-row', { hasText: label }).first().click();
    // Either quick input closes, or the command asks something in it and what we typed is gone.
    await this.page.waitForFunction((typed) => {
      const shown = document.querySelector<HTMLElement>('.quick-input-widget');
      const field = shown?.querySelector<HTMLInputElement>('input.input');
      return shown === null || shown.style.display === 'none' || field?.value !== typed;
    }, input);
  }

  /** The middle of the first visible occurrence of a text, in pixels of the page. */
  async #locate(text: string): Promise<{ x: number; y: number }> {
    await this.page.locator('.editor-instance .view-line', { hasText: text }).first().waitFor();
    const place = await this.page.evaluate((wanted) => {
      for (const line of document.querySelectorAll('.editor-instance .view-line')) {
        // The editor draws blanks as no-break spaces, and one line as many pieces of text.
        const start = (line.textContent ?? '').replaceAll('\u00a0', ' ').indexOf(wanted);
        if (start === -1) {
          continue;
        }
        const range = document.createRange();
        const pieces = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
        let offset = 0;
        let started = false;
        for (let piece = pieces.nextNode(); piece !== null; piece = pieces.nextNode()) {
          const length = piece.nodeValue?.length ?? 0;
          if (!started && start < offset + length) {
            range.setStart(piece, start - offset);
            started = true;
          }
          if (started && start + wanted.length <= offset + length) {
            range.setEnd(piece, start + wanted.length - offset);
            const box = range.getBoundingClientRect();
            return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
          }
          offset += length;
        }
      }
      return undefined;
    }, text);
    if (place === undefined) {
      throw new Error(`"${text}" is not visible in the editor.`);
    }
    return place;
  }
}

function normalSpaces(text: string): string {
  return text.replaceAll('\u00a0', ' ');
}
