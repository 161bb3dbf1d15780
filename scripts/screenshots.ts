/**
 * Takes the pictures of the README, in the real editor with the packaged extension: `images/*.png`.
 *
 *     node scripts/setup.mjs scripts/screenshots.ts [name...]
 */

import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { type EditorServer, openWorkbench, startServer, type Workbench } from './editor/index.ts';
import { examplesFolder, projectFolder } from './lib/project.ts';
import { runMain } from './lib/shutdown.ts';
import { makeTemporaryFolder } from './lib/temporary-folder.ts';
import { packageExtension } from './package.ts';

interface Picture {
  /** The name of the file in `images/`. */
  readonly name: string;
  /** Height of the window; pictures are as low as what they show allows. */
  readonly height: number;
  /** Brings the window into the state that the picture shows. */
  readonly arrange: (workbench: Workbench) => Promise<void>;
}

/** As wide as GitHub shows a README. */
const width = 830;

/** Shows the editor and little else. */
const settings = {
  'breadcrumbs.enabled': false,
  'editor.fontSize': 13,
  'editor.minimap.enabled': false,
  'editor.scrollBeyondLastLine': false,
  'editor.suggestFontSize': 12,
  'explorer.openEditors.visible': 0,
  'files.autoSave': 'off',
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
];

await runMain(async () => {
  const wanted = process.argv.slice(2);
  const folder = makeTemporaryFolder('pictures');
  const server = await startServer({ vsix: await packageExtension(), settings });
  for (const picture of pictures) {
    if (wanted.length === 0 || wanted.includes(picture.name))
      await take(picture, server, join(folder, picture.name));
  }
});

/** Each in a folder and a window of its own, so that none shows what another one has left. */
async function take({ name, height, arrange }: Picture, server: EditorServer, folder: string): Promise<void> {
  cpSync(examplesFolder, folder, { recursive: true });
  const workbench = await openWorkbench(server, { folder, size: { width, height }, pixelRatio: 2 });
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await arrange(workbench);
  // Whatever fades in or blinks has come to rest by then.
  await workbench.page.waitForTimeout(1000);
  await workbench.screenshot(join(projectFolder, 'images', `${name}.png`));
  await workbench.close();
  console.log(`images/${name}.png`);
}
