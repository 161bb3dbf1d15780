import {
  ConfigurationTarget,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  type TextEditor,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient, WorkspaceEdit } from 'vscode-languageclient/node';
import { STATION_COMMENT_REQUEST, type StationCommentParams, type Status } from '../messages.ts';
import type { CommandContext } from './index.ts';

/** One thing about a station that a person can say. */
interface Choice extends QuickPickItem {
  /** The setting that holds it. */
  readonly setting: string;
  /** Undefined: whatever the file shows, which is the setting's default. */
  readonly value: string | undefined;
  /** How a comment in the file says it; absent where a comment cannot. */
  readonly comment?: Pick<StationCommentParams, 'current' | 'smartCharging'>;
}

type Place = 'comment' | ConfigurationTarget;

/** Asks what the active file's station is, and where to write that. */
export async function setStationContext({ client, status: shown }: CommandContext): Promise<void> {
  const editor = window.activeTextEditor;
  const status = editor && (await shown.statusOf(editor));
  if (editor === undefined || status === undefined) {
    void window.showInformationMessage(l10n.t('The active file is not a charger configuration.'));
    return;
  }
  const choice = await window.showQuickPick(choicesFor(status), {
    title: l10n.t('OCPP: Station'),
    placeHolder: l10n.t('What is this file for?'),
    matchOnDescription: true,
  });
  if (choice === undefined || !('setting' in choice)) return;
  const place = await pickPlace(editor, status, choice);
  if (place === 'comment') await writeComment(client, editor, choice);
  else if (place !== undefined) await writeSetting(editor, choice, place);
}

function choicesFor(status: Status): (Choice | QuickPickItem)[] {
  const auto = l10n.t('As the file shows it');
  const choice = (
    about: Status['facts'][number]['about'],
    label: string,
    rest: Pick<Choice, 'setting' | 'value' | 'comment'>,
  ): Choice => {
    const fact = status.facts.find((candidate) => candidate.about === about);
    const holds = fact !== undefined && fact.value.toLowerCase() === label.toLowerCase();
    return holds ? { ...rest, label, description: l10n.t('now: {0}', fact.because) } : { ...rest, label };
  };
  const current = (label: string, value: string | undefined) =>
    choice('current', label, {
      setting: 'station.current',
      value,
      comment: { current: value ?? 'auto' },
    });
  const smartCharging = (label: string, value: string | undefined) =>
    choice('smart-charging', label, {
      setting: 'station.smartCharging',
      value,
      comment: { smartCharging: value ?? 'auto' },
    });
  return [
    separator(l10n.t('The station charges with')),
    current('AC', 'AC'),
    current('DC', 'DC'),
    current(auto, undefined),
    separator(l10n.t('Smart charging')),
    smartCharging(l10n.t('On'), 'on'),
    smartCharging(l10n.t('Off'), 'off'),
    smartCharging(auto, undefined),
    separator(l10n.t('Recommendations of')),
    choice('operator', 'GreenFlux', { setting: 'operator', value: 'greenflux' }),
    choice('operator', l10n.t('None'), { setting: 'operator', value: 'none' }),
  ];
}

function separator(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

/** The nearest place first: a comment travels with the file, a workspace's settings with its folder. */
async function pickPlace(editor: TextEditor, status: Status, choice: Choice): Promise<Place | undefined> {
  const places: (QuickPickItem & { readonly place: Place })[] = [];
  if (status.takesComment && choice.comment !== undefined) {
    places.push({
      label: l10n.t('In this file'),
      description: l10n.t('as a comment; wins over settings'),
      place: 'comment',
    });
  }
  if (workspace.getWorkspaceFolder(editor.document.uri) !== undefined) {
    places.push({
      label: l10n.t('In the settings of this workspace'),
      place: ConfigurationTarget.Workspace,
    });
  }
  places.push({ label: l10n.t('In your user settings'), place: ConfigurationTarget.Global });
  const [only] = places;
  if (places.length === 1) return only?.place;
  const picked = await window.showQuickPick(places, {
    title: l10n.t('OCPP: Station'),
    placeHolder: l10n.t('Where should "{0}" be written?', choice.label),
  });
  return picked?.place;
}

async function writeComment(client: BaseLanguageClient, editor: TextEditor, choice: Choice): Promise<void> {
  const params: StationCommentParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(editor.document),
    ...choice.comment,
  };
  const edit = await client.sendRequest<WorkspaceEdit | null>(STATION_COMMENT_REQUEST, params);
  if (edit !== null) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
}

async function writeSetting(
  { document }: TextEditor,
  { setting, value }: Choice,
  target: ConfigurationTarget,
): Promise<void> {
  await workspace.getConfiguration('ocppConfig', document.uri).update(setting, value, target);
}
