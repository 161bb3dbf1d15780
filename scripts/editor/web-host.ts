/** The web extension host: extensions that the page loads by itself and runs in a worker, as on vscode.dev. */

import { existsSync, statSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Page } from 'playwright-core';
import type { EditorServer } from './server.ts';

/** What the page is to load. */
export interface WebHostOptions {
  readonly extensionFolder?: string;
  readonly webExtensionFolders?: readonly string[];
  /** The suite must lie in `extensionFolder`. */
  readonly suite?: { readonly file: string };
}

/** Under this path of the server, the page finds the folders by their numbers. No other origin may be asked. */
const extensionsPath = '/web-extensions';

/** The workbench's own settings, which the server writes into the page: JSON as the value of an attribute. */
const workbenchSettings = /(id="vscode-workbench-web-configuration" data-settings=")([^"]*)"/;

const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.md': 'text/markdown',
  '.png': 'image/png',
};

/** Prepares a page, before it goes to the server's address, to run extensions from these folders by itself. */
export async function useWebExtensionHost(
  page: Page,
  { authority }: EditorServer,
  { extensionFolder, webExtensionFolders = [], suite }: WebHostOptions,
): Promise<void> {
  const folders = [...(extensionFolder === undefined ? [] : [extensionFolder]), ...webExtensionFolders];
  // A page that we have rewritten is from nowhere for the browser, so it asks before it lets it talk to this machine.
  await page.context().grantPermissions(['local-network-access'], { origin: `http://${authority}` });
  const addressOf = (path: string) => ({ scheme: 'http', authority, path });
  const developmentOptions = {
    enableSmokeTestDriver: true,
    extensions: folders.map((_, index) => addressOf(`${extensionsPath}/${index}`)),
    ...(suite && { extensionTestsPath: addressOf(pathInFirst(folders, suite.file)) }),
  };
  await page.route(
    ({ host, pathname }) => host === authority && pathname === '/',
    async (route) => {
      // Follows the redirection that takes the token out of the address: the browser's own would come past us.
      const response = await route.fetch();
      const html = await response.text();
      const { 'content-length': _, ...headers } = response.headers();
      await route.fulfill({ response, headers, body: withSettings(html, { developmentOptions }) });
    },
  );
  await page.route(
    ({ host, pathname }) => host === authority && pathname.startsWith(`${extensionsPath}/`),
    async (route) => {
      const path = decodeURIComponent(new URL(route.request().url()).pathname);
      const [number = '', ...names] = path.slice(extensionsPath.length + 1).split('/');
      const file = join(folders[Number(number)] ?? '', ...names);
      if (!existsSync(file) || !statSync(file).isFile()) return route.fulfill({ status: 404 });
      return route.fulfill({ path: file, contentType: contentTypes[extname(file)] ?? 'text/plain' });
    },
  );
}

function pathInFirst([folder = '']: readonly string[], file: string): string {
  return `${extensionsPath}/0/${relative(folder, file).split(sep).join('/')}`;
}

/** Lays settings over those in the page. */
function withSettings(html: string, added: Readonly<Record<string, unknown>>): string {
  return html.replace(workbenchSettings, (_whole, before: string, attribute: string) => {
    const settings: unknown = JSON.parse(attribute.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
    const text = JSON.stringify({ ...(settings as object), ...added });
    return `${before}${text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}"`;
  });
}
