import { env, l10n, type TextDocument, UIKind, version as vscodeVersion, window, workspace } from 'vscode';
import { type SupportAnswer, type SupportDocument, SupportRequest } from '../../../protocol/messages.ts';
import { changedSettings } from './changed-settings.ts';
import type { CommandContext } from './index.ts';
import { targetDocument } from './target-document.ts';

/**
 * Copies what the maintainers need to know of an installation, as Markdown, and returns it. It is in English, as they
 * read it, and nothing in it is from a file, a secret, a name or a path.
 */
export async function copySupportInformation(context: CommandContext, given: unknown): Promise<string> {
  const document = await targetDocument(context, given);
  const answer = await askServer(context, document);
  const text = [
    `### OCPP Config ${context.version}`,
    bullets(installation(answer)),
    '#### Settings that differ from the default',
    bullets(changedSettings(document?.uri)) || 'None.',
    '#### Active file',
    bullets(aboutFile(answer?.document ?? undefined)) || 'None, or not a charger configuration.',
  ].join('\n\n');
  await env.clipboard.writeText(`${text}\n`);
  void offerToShow(text);
  return text;
}

async function askServer(
  { client }: CommandContext,
  document: TextDocument | undefined,
): Promise<SupportAnswer | undefined> {
  if (!client.isRunning()) return undefined;
  const about =
    document === undefined
      ? {}
      : { textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document) };
  const answer = await client.sendRequest(SupportRequest, about);
  return answer ?? undefined;
}

function installation(answer: SupportAnswer | undefined): readonly string[] {
  const kind = env.uiKind === UIKind.Web ? 'in a browser' : 'on the desktop';
  const folders = workspace.workspaceFolders ?? [];
  const schemes = [...new Set(folders.map(({ uri }) => uri.scheme))].join(', ');
  const server =
    answer === undefined
      ? 'not running'
      : [answer.runtime.name, answer.runtime.system, memoryWords(answer.runtime.memory)].join(', ');
  return [
    `VS Code ${vscodeVersion} (${env.appName}, ${kind}), language ${env.language}`,
    `Remote: ${env.remoteName ?? 'no'}`,
    `Workspace: ${folders.length} folders${schemes === '' ? '' : ` (${schemes})`}, ${workspace.isTrusted ? 'trusted' : 'not trusted'}`,
    `Language server: ${server}`,
    `Documents open in it: ${answer?.openDocuments ?? 0}`,
  ];
}

function aboutFile(file: SupportDocument | undefined): readonly string[] {
  if (file === undefined) return [];
  const problems = Object.entries(file.problems).map(([rule, count]) => `${rule} ${count}`);
  return [
    `Kind: ${file.shape} (${file.format}, language ${file.languageId}), ${file.characters} characters`,
    `Holds: ${file.configurations} configurations, ${file.entries} entries, ${file.unknownKeys} of them unknown`,
    `Station: protocol ${file.protocol}, ${file.current}, smart charging ${file.smartCharging}, vendor ${file.vendor}`,
    `Operator: ${file.operator}; project file: ${file.hasProjectFile ? 'yes' : 'no'}`,
    `Problems: ${problems.join(', ') || 'none'}; ignored: ${file.suppressed}`,
    `Last analysis: ${file.understandingTime.toFixed(1)} ms to understand, ${file.analysisTime.toFixed(1)} ms for problems`,
  ];
}

function memoryWords(bytes: number | undefined): string {
  return bytes === undefined ? 'memory unknown' : `${Math.round(bytes / 1024 / 1024)} MB`;
}

function bullets(lines: readonly string[]): string {
  return lines.map((line) => `- ${line}`).join('\n');
}

async function offerToShow(content: string): Promise<void> {
  const show = l10n.t('Show');
  const message = l10n.t(
    'The support information is copied. It holds nothing of your files: no values, no secrets, no names, no paths.',
  );
  if ((await window.showInformationMessage(message, show)) !== show) return;
  await window.showTextDocument(await workspace.openTextDocument({ content, language: 'markdown' }));
}
