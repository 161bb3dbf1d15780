import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';

/** What our extension tells tests, once it runs. */
export interface ExtensionApi {
  shownStatus(): string | undefined;
  shownSummary(uri: vscode.Uri): string | undefined;
}

/** Starts our extension where it does not run yet. */
export async function extensionApi(): Promise<ExtensionApi> {
  const extension = vscode.extensions.getExtension<ExtensionApi>('ocpp-config.ocpp-config');
  assert.ok(extension, 'the extension is not installed');
  return extension.activate();
}
