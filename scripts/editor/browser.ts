/** Finding a Chromium to show the embedded VS Code in, for tests and pictures. */

import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { runCaptured } from '../lib/processes.ts';
import { ExplainedError } from '../lib/shutdown.ts';

/** The path of a Chromium or Chrome. Installs one where that can be done without asking. */
export async function findBrowser(): Promise<string> {
  const found = installedBrowser();
  if (found !== undefined) {
    return found;
  }
  if (canInstallDebianPackages()) {
    await installDebianChromium();
  } else {
    await installPlaywrightChromium();
  }
  const installed = installedBrowser();
  if (installed === undefined) {
    throw new ExplainedError(
      'No Chromium or Chrome was found, and none could be installed.\n' +
        'Install one, or set CHROME_PATH to the program, then run the command again.',
    );
  }
  return installed;
}

function installedBrowser(): string | undefined {
  const fromEnvironment = process.env.CHROME_PATH;
  if (fromEnvironment) {
    if (!existsSync(fromEnvironment)) {
      throw new ExplainedError(`CHROME_PATH is "${fromEnvironment}", and there is no such file.`);
    }
    return fromEnvironment;
  }
  return [chromium.executablePath(), ...commonPaths()].find((path) => path !== '' && existsSync(path));
}

function commonPaths(): string[] {
  switch (process.platform) {
    case 'darwin':
      return [
        '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
        '/Applications/Chromium.app/Contents/MacOS/Chromium',
        '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      ];
    case 'win32': {
      const { ProgramFiles, 'ProgramFiles(x86)': programFilesX86, LOCALAPPDATA } = process.env;
      const roots = [ProgramFiles, programFilesX86, LOCALAPPDATA].filter((root) => root !== undefined);
      const programs = [
        'Google\\Chrome\\Application\\chrome.exe',
        'Microsoft\\Edge\\Application\\msedge.exe',
      ];
      return programs.flatMap((program) => roots.map((root) => join(root, program)));
    }
    default: {
      const names = [
        'chromium',
        'chromium-browser',
        'google-chrome',
        'google-chrome-stable',
        'microsoft-edge',
      ];
      const folders = (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
      return names.flatMap((name) => folders.map((folder) => join(folder, name)));
    }
  }
}

function canInstallDebianPackages(): boolean {
  return process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

async function installDebianChromium(): Promise<void> {
  console.log('Installing Chromium from the system packages (about a minute) …');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of [['update'], ['install', '-y', '-o', 'DPkg::Lock::Timeout=120', 'chromium']]) {
    const { code, output } = await runCaptured('apt-get', step, { env });
    if (code !== 0) {
      throw new ExplainedError(
        `"apt-get ${step.join(' ')}" failed. Install Chromium, or set CHROME_PATH.\n${output}`,
      );
    }
  }
}

async function installPlaywrightChromium(): Promise<void> {
  console.log("Downloading Playwright's Chromium (about a minute) …");
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright-core/package.json'));
  const { code, output } = await runCaptured(process.execPath, [
    join(playwright, 'cli.js'),
    'install',
    'chromium',
  ]);
  if (code !== 0) {
    throw new ExplainedError(
      `No Chromium or Chrome was found, and the download of one failed.\n` +
        `Install one, or set CHROME_PATH to the program, then run the command again.\n${output}`,
    );
  }
}
