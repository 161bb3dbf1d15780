/**
 * Takes the pictures of the README, `images/*.png`, and those of the walkthrough, `images/walkthrough/*.webp`, in the real
 * editor with the packaged extension.
 *
 *     node scripts/setup.mjs scripts/screenshots.ts [name...]
 */

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { type EditorServer, openWorkbench, startServer, type Workbench } from './editor/index.ts';
import { examplesFolder, projectFolder } from './lib/project.ts';
import { runMain } from './lib/shutdown.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';
import { packageExtension } from './package.ts';

interface Picture {
  /** The name of the file in `images/`; with a folder in front those of the walkthrough, which are in the package. */
  readonly name: string;
  /** Width of the window; as wide as GitHub shows a README if not given. */
  readonly width?: number;
  /** Height of the window; pictures are as low as what they show allows. */
  readonly height: number;
  /** Shows the extension in the browser's own extension host, as on vscode.dev. */
  readonly isInBrowser?: boolean;
  /** Brings the window into the state that the picture shows. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

/** As wide as GitHub shows a README. */
const usualWidth = 830;

/** Wide enough for a file and its summary. */
const wideWidth = 1300;

/** Pictures of the walkthrough are shown small. */
const walkthroughSize = { width: 640, height: 420 };

/** Shows the editor and little else. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'editor.suggestFontSize': 12,
  'explorer.openEditors.visible': 0,
  'files.autoSave': 'off',
  // The list of problems is that of the file in the picture.
  'ocppConfig.workspace.check': 'off',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
};

const pictures: readonly Picture[] = [
  {
    name: 'problems',
    height: 640,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/ac-template.json');
      await workbench.waitForProblems('error');
      await workbench.runCommand('View: Focus Problems');
      await workbench.page.locator('.markers-panel .monaco-list-row').nth(3).waitFor();
      await workbench.runCommand('View: Focus Active Editor Group');
      await workbench.page
        .getByText(/Apply \d+ recommended/)
        .first()
        .waitFor();
      await putMouseAside(workbench);
    },
  },
  {
    name: 'in-the-text',
    height: 560,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/dc-chargepoint.ini');
      await workbench.waitForProblems('warning');
      await workbench.page
        .getByText(/Apply \d+ recommended/)
        .first()
        .waitFor();
      await workbench.page.getByText('recommended:').first().waitFor();
      await putMouseAside(workbench);
    },
  },
  {
    name: 'hover',
    height: 520,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/ac-template.json');
      await workbench.waitForProblems('error');
      await workbench.hoverText('10');
    },
  },
  {
    name: 'completion',
    height: 520,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/ac-template.json');
      await workbench.waitForProblems('error');
      await workbench.clickText('"HeartbeatInterval"');
      await workbench.page.keyboard.press('End');
      await workbench.page.keyboard.press('Enter');
      await workbench.openSuggestions();
    },
  },
  {
    name: 'light-bulb',
    height: 520,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/ac-template.json');
      await workbench.waitForProblems('error');
      await workbench.openLightBulb('Current.Import');
    },
  },
  {
    name: 'ini',
    height: 640,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/dc-chargepoint.ini');
      await workbench.waitForProblems('warning');
      await workbench.page.locator('#status\\.languageStatus').hover();
      await workbench.page.locator('.hover-language-status').first().waitFor();
    },
  },
  {
    name: 'apply-recommended',
    height: 640,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/dc-chargepoint.ini');
      await workbench.waitForProblems('warning');
      await workbench.runCommand('OCPP: Apply all recommended values');
      await workbench.page.locator('.bulk-edit-panel .monaco-list-row').nth(1).waitFor();
    },
  },
  {
    name: 'summary',
    width: wideWidth,
    height: 900,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/dc-chargepoint.ini');
      await workbench.waitForProblems('warning');
      await showSummary(workbench);
    },
  },
  {
    name: 'browser',
    width: wideWidth,
    height: 640,
    isInBrowser: true,
    arrange: async (workbench) => {
      await openSample(workbench);
      await showSummary(workbench);
    },
  },
  {
    name: 'walkthrough/sample',
    ...walkthroughSize,
    arrange: openSample,
  },
  {
    name: 'walkthrough/hover',
    ...walkthroughSize,
    arrange: async (workbench) => {
      await openSample(workbench);
      await workbench.hoverText('10');
    },
  },
  {
    name: 'walkthrough/fix',
    ...walkthroughSize,
    arrange: async (workbench) => {
      await openSample(workbench);
      await workbench.openLightBulb('Current.Import');
    },
  },
  {
    name: 'walkthrough/station',
    ...walkthroughSize,
    arrange: async (workbench) => {
      await openSample(workbench);
      await workbench.runCommand('OCPP: Set station context');
      await workbench.page.locator('.quick-input-list .monaco-list-row').nth(4).waitFor();
      await putMouseAside(workbench);
    },
  },
  {
    name: 'walkthrough/summary',
    width: 900,
    height: 590,
    arrange: async (workbench) => {
      await openSample(workbench);
      await showSummary(workbench);
    },
  },
  {
    name: 'walkthrough/project',
    ...walkthroughSize,
    arrange: async (workbench) => {
      await workbench.openFile('with-mistakes/ac-template.json');
      await workbench.waitForProblems('error');
      await workbench.runCommand('OCPP: New project file');
      await workbench.page.locator('.tab.active[data-resource-name=".ocpp-config.json"]').waitFor();
    },
  },
];

/** A file first: its problems show that the extension is there. */
async function openSample(workbench: Workbench): Promise<void> {
  await workbench.openFile('with-mistakes/ac-template.json');
  await workbench.waitForProblems('error');
  await workbench.runCommand('View: Close All Editors');
  await workbench.runCommand('OCPP: Open a sample with mistakes');
  await workbench.waitForProblems('error');
}

/** Waits for what is in the page, which is a frame in a frame. */
async function showSummary(workbench: Workbench): Promise<void> {
  await workbench.runCommand('OCPP: Show summary');
  const page = workbench.page.frameLocator('iframe.webview').frameLocator('iframe');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await putMouseAside(workbench);
}

/** To an empty place of the status bar. Where it has clicked last it would show a tooltip, or a border to drag. */
async function putMouseAside({ page }: Workbench): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
  await page.mouse.move(width / 3, height - 4);
}

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const folder = makeTemporaryFolder('pictures');
  const vsix = await packageExtension();
  // A server for development as well: only such a one lets a page bring its own extensions.
  const servers = [
    await startServer({ vsix, settings }),
    await startServer({ development: true, settings }),
  ] as const;
  for (const picture of pictures) {
    if (wanted.length > 0 && !wanted.includes(picture.name)) continue;
    await take(picture, servers[picture.isInBrowser ? 1 : 0], join(folder, picture.name));
  }
});

/** Each in a folder and a window of its own, so that none shows what another one has left. */
async function take(picture: Picture, server: EditorServer, folder: string): Promise<void> {
  const { name, width = usualWidth, height, isInBrowser = false, arrange } = picture;
  cpSync(examplesFolder, folder, { recursive: true });
  const isPackaged = name.includes('/');
  const pixelRatio = isPackaged ? 1.5 : 2;
  const host = isInBrowser ? ({ extensionHost: 'web', extensionFolder: projectFolder } as const) : {};
  const workbench = await openWorkbench(server, { folder, size: { width, height }, pixelRatio, ...host });
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await arrange(workbench);
  // Whatever fades in or blinks has come to rest by then.
  await workbench.page.waitForTimeout(1000);
  const file = join(projectFolder, 'images', `${name}.${isPackaged ? 'webp' : 'png'}`);
  const png = await workbench.page.screenshot();
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, isPackaged ? await asWebp(workbench, png) : png);
  await workbench.close();
  console.log(relative(projectFolder, file));
}

/** A fraction of the size. The browser that shows the editor can do it. */
async function asWebp(workbench: Workbench, png: Buffer): Promise<Buffer> {
  const page = await workbench.browser.newPage();
  const encoded = await page.evaluate(async (source) => {
    const picture = new Image();
    picture.src = `data:image/png;base64,${source}`;
    await picture.decode();
    const canvas = document.createElement('canvas');
    canvas.width = picture.naturalWidth;
    canvas.height = picture.naturalHeight;
    canvas.getContext('2d')?.drawImage(picture, 0, 0);
    return canvas.toDataURL('image/webp', 0.6);
  }, png.toString('base64'));
  return Buffer.from(encoded.slice(encoded.indexOf(',') + 1), 'base64');
}
