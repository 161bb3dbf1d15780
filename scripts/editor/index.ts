/**
 * The embedded VS Code for scripts: tests, pictures, demonstrations.
 *
 *     import { openWorkbench, startServer } from './editor/index.ts';
 *     import { runMain } from './lib/shutdown.ts';
 *
 *     await runMain(async () => {
 *       const server = await startServer({ vsix: await packageExtension() });
 *       const workbench = await openWorkbench(server, { folder: examplesFolder, pixelRatio: 2 });
 *       await workbench.openFile('station.json');
 *       await workbench.waitForProblems('error');
 *       await workbench.hoverText('HeartbeatInterval');
 *       await workbench.screenshot('images/hover.png');
 *     });
 *
 * `runMain` ends the server and the browser, whatever happens. To load the work tree instead of a package, start the
 * server with `development: true` and open the workbench with `extensionFolder: projectFolder`; the window's title
 * then says that it is a development host.
 */

export { findBrowser } from './browser.ts';
export { installEditor } from './install.ts';
export { type EditorServer, quietSettings, type ServerOptions, startServer } from './server.ts';
export { runSuite } from './suite.ts';
export { openWorkbench, type SuiteHooks, type Workbench, type WorkbenchOptions } from './workbench.ts';
