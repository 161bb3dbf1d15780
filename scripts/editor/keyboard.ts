/**
 * Works with the extension by keyboard only, in a high-contrast theme, and reads what a screen reader would be given:
 * what nobody can test from inside the extension host.
 */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Locator, Page } from 'playwright-core';
import { examplesFolder, projectFolder } from '../lib/project.ts';
import type { Counts } from '../lib/steps.ts';
import { makeTemporaryFolder } from '../lib/temporary-folder.ts';
import { startServer } from './server.ts';
import { openWorkbench, type Workbench } from './workbench.ts';

const FILE = 'dc-chargepoint.ini';

interface Check {
  readonly name: string;
  /** Throws where something is not as it should be. */
  readonly run: (keyboard: Keyboard) => Promise<void>;
}

/** In this order: each begins where the one before has ended. */
const CHECKS: readonly Check[] = [
  { name: 'the status item has a name that says what was recognised', run: checkStatus },
  { name: 'the light bulb is a menu with the fixes', run: checkLightBulb },
  { name: 'the station is asked for in a list whose items have names', run: checkQuickPick },
  { name: 'the summary opens from the palette and has landmarks, headings and tables', run: checkSummary },
  { name: 'Tab leads through the summary, and each stop can be seen', run: checkTabbing },
  { name: 'Enter on a fix makes it, and the focus stays in its place', run: checkFix },
  { name: 'Enter on a name leads to its place in the file', run: checkPlace },
  { name: 'a click on what the text has left behind does nothing', run: checkStaleClick },
  { name: 'F12 on a key leads to its page', run: checkKeyPage },
  { name: 'summary and page are there again after the window was loaded anew', run: checkReload },
];

/**
 * Runs the checks against the built extension of the work tree, and prints a line for each.
 * @param pictures a folder for a picture after each check; none are taken without
 */
export async function runKeyboardChecks(print: (line: string) => void, pictures?: string): Promise<Counts> {
  const folder = join(makeTemporaryFolder('keyboard'), 'stations');
  cpSync(join(examplesFolder, 'with-mistakes'), folder, { recursive: true });
  const server = await startServer({
    development: true,
    settings: { 'workbench.colorTheme': 'Default High Contrast', 'files.autoSave': 'off' },
  });
  try {
    const workbench = await openWorkbench(server, {
      folder,
      extensionFolder: projectFolder,
      size: { width: 1500, height: 1000 },
    });
    const keyboard = new Keyboard(workbench);
    await keyboard.openFile(FILE);
    await workbench.waitForProblems('warning');
    let passed = 0;
    for (const [index, { name, run }] of CHECKS.entries()) {
      try {
        await run(keyboard);
        passed++;
        print(`  ✓ ${name}`);
      } catch (error) {
        print(`  ✗ ${name}\n${error instanceof Error ? error.stack : String(error)}`);
      }
      if (pictures !== undefined) await workbench.screenshot(join(pictures, `keyboard-${index}.png`));
    }
    await workbench.close();
    return { passed, failed: CHECKS.length - passed, skipped: 0 };
  } finally {
    await server.stop();
  }
}

async function checkStatus({ page }: Keyboard): Promise<void> {
  const item = page.locator('#status\\.languageStatus');
  await waitFor('the status item', async () => {
    const name = (await item.getAttribute('aria-label')) ?? '';
    return /DC · smart charging on · GreenFlux/.test(name) ? undefined : `is called "${name}"`;
  });
}

async function checkLightBulb(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await keyboard.runCommand('Go to Next Problem in Files');
  // A key that is pressed before the problem is shown, or before it is gone again, goes nowhere.
  const problem = page.locator('.marker-widget');
  await problem.waitFor();
  await page.keyboard.press('Escape');
  await problem.waitFor({ state: 'hidden' });
  const menu = page.locator('.action-widget').first();
  await keyboard.open(menu, 'Control+.');
  await waitFor('the light bulb', async () => {
    const tree = await menu.ariaSnapshot();
    return /option "[^"]*(Set|Add|Rename|Write)/.test(tree) ? undefined : `is read as\n${tree}`;
  });
  await page.keyboard.press('Escape');
  await menu.waitFor({ state: 'hidden' });
}

async function checkQuickPick(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await keyboard.runCommand('OCPP: Set station context');
  const pick = page.locator('.quick-input-widget');
  await waitFor('the list', async () => {
    const tree = await pick.ariaSnapshot();
    const wanted = [
      /textbox "[^"]*What is this file for\?/,
      /option "[^"]*AC station/,
      /option "[^"]*Vendor/,
    ];
    return wanted.every((pattern) => pattern.test(tree)) ? undefined : `is read as\n${tree}`;
  });
  await page.keyboard.press('Escape');
  await waitFor('the list', async () => ((await pick.isVisible()) ? 'does not close' : undefined));
}

async function checkSummary(keyboard: Keyboard): Promise<void> {
  await keyboard.runCommand('OCPP: Show summary');
  const summary = await keyboard.summary();
  await waitFor('the summary', async () => {
    const tree = await summary.locator('body').ariaSnapshot();
    const wanted = [
      /banner:/,
      /heading "Summary of dc-chargepoint\.ini" \[level=1\]/,
      /group "What to do with this file":\s+- button "Apply \d+ recommended values"/,
      /main "Summary of dc-chargepoint\.ini"/,
      /region "The station":/,
      /heading "What is dangerous" \[level=2\]/,
      /heading "Billing" \[level=3\]/,
      /table "What GreenFlux asks for, and what is there"/,
      /columnheader "Present value"/,
      /rowheader "WebsocketPingInterval line 29/,
      /button "MeterValuesSampledData line 21"/,
      /contentinfo:/,
    ];
    const missing = wanted.filter((pattern) => !pattern.test(tree));
    return missing.length === 0 ? undefined : `lacks ${missing.join(', ')}; it is read as\n${tree}`;
  });
  const status = await summary.locator('[role=status]').innerText();
  if (!/^\d+ errors?, \d+ warnings?/.test(status)) throw new Error(`It says "${status}" of itself.`);
}

async function checkTabbing(keyboard: Keyboard): Promise<void> {
  const summary = await keyboard.summary();
  const names = new Set<string>();
  const stops = await summary.locator('button, [tabindex="0"]').count();
  await keyboard.focusFirst(summary);
  for (let stop = 0; stop < stops; stop++) {
    const focused = summary.locator(':focus');
    const name = await nameOf(focused);
    if (name === '') throw new Error(`Stop ${stop} has no name.`);
    const outline = await focused.evaluate((element) => getComputedStyle(element).outlineStyle);
    if (outline === 'none') throw new Error(`"${name}" has the focus, and nobody sees it.`);
    names.add(name);
    await keyboard.page.keyboard.press('Tab');
  }
  for (const wanted of [
    'Save this summary',
    'What is known of the station',
    'WebsocketPingInterval line 29',
  ]) {
    if (!names.has(wanted))
      throw new Error(`Tab does not lead to "${wanted}", but to ${[...names].join(', ')}.`);
  }
}

async function checkFix(keyboard: Keyboard): Promise<void> {
  const summary = await keyboard.summary();
  const fix = summary.getByRole('button', { name: /Set MeterValueSampleInterval to 30 s/ }).first();
  await fix.focus();
  await keyboard.page.keyboard.press('Enter');
  await waitFor('the file', async () => {
    const text = await keyboard.workbench.visibleText();
    return text.includes('MeterValueSampleInterval=30\n') ? undefined : `still is\n${text}`;
  });
  await waitFor('the summary', async () =>
    (await fix.count()) === 0 ? undefined : 'still offers the fix that was made',
  );
  const focused = await nameOf(summary.locator(':focus'));
  if (focused === '') throw new Error('The focus is lost.');
}

async function checkPlace(keyboard: Keyboard): Promise<void> {
  const summary = await keyboard.summary();
  await summary.getByRole('button', { name: 'ConnectorPhaseRotation line 15' }).first().focus();
  await keyboard.page.keyboard.press('Enter');
  await waitFor('the cursor', async () => {
    const place = await keyboard.page.locator('#status\\.editor\\.selection').innerText();
    return place.startsWith('Ln 15,') ? undefined : `is at ${place}`;
  });
}

/** Types into the file, and clicks before the summary has followed. */
async function checkStaleClick(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  const summary = await keyboard.summary();
  const fix = summary.getByRole('button', { name: /Set HeartbeatInterval to 900 s/ }).first();
  await fix.waitFor();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Enter');
  await fix.evaluate((button) => (button as HTMLElement).click());
  await waitFor('the summary', async () =>
    (await summary.getByRole('button', { name: 'ConnectorPhaseRotation line 17' }).count()) > 0
      ? undefined
      : 'does not follow',
  );
  const text = await keyboard.workbench.visibleText();
  if (!text.startsWith('\n\n[ChargePoint]')) throw new Error(`The file is\n${text}`);
  if (!text.includes('HeartbeatInterval=86400'))
    throw new Error('A fix was made that was offered for another text.');
  await page.keyboard.press('Control+Z');
  await page.keyboard.press('Control+Z');
}

async function checkKeyPage(keyboard: Keyboard): Promise<void> {
  const { page } = keyboard;
  await page.keyboard.press('Control+1');
  await keyboard.runCommand('Go to Line/Column...');
  await page.keyboard.insertText('17');
  await page.keyboard.press('Enter');
  await keyboard.open(page.locator('.tab[data-resource-name="HeartbeatInterval.md"]'), 'F12');
  await waitForKeyPage(keyboard);
}

async function waitForKeyPage({ page }: Keyboard): Promise<void> {
  await waitFor('the page of the key', async () => {
    for (const frame of page.frames()) {
      const headings = frame.locator('h1', { hasText: /^HeartbeatInterval$/ });
      if ((await headings.count().catch(() => 0)) > 0) return undefined;
    }
    return 'is not there';
  });
}

async function checkReload(keyboard: Keyboard): Promise<void> {
  // As a person does it: VS Code writes down first what is open, which a reload of the page alone may come before.
  const loaded = keyboard.page.waitForEvent('load');
  await keyboard.runCommand('Developer: Reload Window');
  await loaded;
  await keyboard.page.locator('.monaco-workbench .part.editor').waitFor();
  const summary = await keyboard.summary();
  await summary.getByRole('heading', { name: 'Summary of dc-chargepoint.ini' }).waitFor();
  await summary.getByRole('button', { name: 'ConnectorPhaseRotation line 15' }).first().waitFor();
  await waitForKeyPage(keyboard);
}

/** What a person does who has no mouse. */
class Keyboard {
  readonly workbench: Workbench;
  readonly page: Page;

  constructor(workbench: Workbench) {
    this.workbench = workbench;
    this.page = workbench.page;
  }

  async openFile(name: string): Promise<void> {
    await this.#quickInput('Control+P', name, name);
    await this.page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.#quickInput('F1', `>${title}`, title);
  }

  /** The page of the summary, which is in a frame within a frame. */
  async summary(): Promise<Frame> {
    let found: Frame | undefined;
    await waitFor('the summary', async () => {
      for (const frame of this.page.frames()) {
        const isSummary = await frame
          .locator('#summary h1')
          .count()
          .catch(() => 0);
        if (isSummary > 0) found = frame;
      }
      return found === undefined ? 'is not there' : undefined;
    });
    if (found === undefined) throw new Error('There is no summary.');
    return found;
  }

  /** Goes to the summary and to its first button. */
  async focusFirst(summary: Frame): Promise<void> {
    await this.page.keyboard.press('Control+2');
    await waitFor('the focus', async () => {
      if (
        (await summary
          .locator('button')
          .first()
          .evaluate((button) => button === document.activeElement)) === true
      )
        return undefined;
      await this.page.keyboard.press('Tab');
      return 'does not come to the first button';
    });
  }

  /**
   * Opens something with a key. While the editor is still busy with the one before, a key may go nowhere: then it is
   * pressed again, as a person does.
   */
  async open(wanted: Locator, key: string): Promise<void> {
    const deadline = performance.now() + 60_000;
    for (;;) {
      await this.page.keyboard.press(key);
      const opened = wanted.waitFor({ timeout: 5_000 }).then(() => true);
      if (await opened.catch(() => false)) return;
      if (performance.now() > deadline) throw new Error(`${key} opens nothing`);
    }
  }

  /** Opens quick input with a key, types, and takes the first entry once it is the one that is meant. */
  async #quickInput(key: string, input: string, label: string): Promise<void> {
    const widget = this.page.locator('.quick-input-widget:not([style*="display: none"])');
    // Before that the letters would go into the file.
    await this.open(widget.locator('input.input:focus'), key);
    await this.page.keyboard.insertText(input.startsWith('>') ? input.slice(1) : input);
    await widget.locator('.monaco-list-row.focused', { hasText: label }).waitFor();
    await this.page.keyboard.press('Enter');
  }
}

/** What a screen reader calls an element. */
async function nameOf(element: Locator): Promise<string> {
  if ((await element.count()) === 0) return '';
  const label = await element.getAttribute('aria-label');
  return (label ?? (await element.innerText())).replace(/\s+/g, ' ').trim();
}

/** Asks until there is nothing to complain of. Throws with the last complaint. */
async function waitFor(what: string, complaint: () => Promise<string | undefined>): Promise<void> {
  const deadline = performance.now() + 60_000;
  for (;;) {
    const found = await complaint();
    if (found === undefined) return;
    if (performance.now() > deadline) throw new Error(`${what} ${found}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
