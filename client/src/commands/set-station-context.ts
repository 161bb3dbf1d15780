import {
  ConfigurationTarget,
  l10n,
  type QuickPickItem,
  QuickPickItemKind,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import {
  type StationCommentParams,
  StationCommentRequest,
  type StationFact,
  type Status,
} from '../../../protocol/messages.ts';
import { PROJECT_FILE_NAME } from '../documents.ts';
import { askForModel, askForVendor } from './ask-for-vendor.ts';
import { editorFor } from './editor-for.ts';
import type { CommandContext } from './index.ts';
import { fileToWorkOn, tellThatNoneIsOurs } from './target-document.ts';

/** What choosing an item changes. */
export interface ChoiceEffect {
  /** The setting that holds it. */
  readonly setting: string;
  /** Undefined: whatever the file shows, which is the setting's default. */
  readonly value: string | undefined;
  /** How a comment in the file says it; absent where a comment cannot. */
  readonly comment?: Omit<StationCommentParams, 'textDocument' | 'place'>;
}

/** Something that further questions are asked about. */
type Question = QuickPickItem & { readonly ask: typeof askForVendor };

/** One thing about a station that a person can say. */
type Choice = QuickPickItem & ChoiceEffect;

/** A place that the server writes to. */
type PlaceInFiles = NonNullable<StationCommentParams['place']>;

type Place = PlaceInFiles | ConfigurationTarget;

/**
 * Asks what a file's station is, and where to write that: of the active file, of the one whose address is given, or of
 * the one whose code lens was clicked, which names a position too.
 */
export async function setStationContext(
  context: CommandContext,
  given: unknown,
  position: unknown,
): Promise<void> {
  const document =
    typeof given === 'string'
      ? (await editorFor(given, position))?.document
      : await fileToWorkOn(context, given);
  if (document === undefined) return;
  const { client } = context;
  const status = await context.status.statusOf(document);
  if (status === undefined) {
    tellThatNoneIsOurs();
    return;
  }
  const choice = await window.showQuickPick(choicesFor(status), {
    title: l10n.t('OCPP: Station'),
    placeHolder: l10n.t('What is this file for?'),
    matchOnDescription: true,
  });
  if (choice === undefined) return;
  const effect =
    'ask' in choice ? await choice.ask(client, document) : 'setting' in choice ? choice : undefined;
  if (effect === undefined) return;
  const place = await pickPlace(document, status, effect);
  if (place === 'comment' || place === 'project-file') await writeInFiles(client, document, effect, place);
  else if (place !== undefined) await writeSetting(document, effect, place);
}

function choicesFor({ facts }: Status): (Choice | Question | QuickPickItem)[] {
  /** A choice, marked where it is what holds now, with the reason. */
  const choice = (about: StationFact['about'], label: string, value: string, rest: ChoiceEffect): Choice => {
    const fact = facts.find((candidate) => candidate.about === about);
    if (fact?.value.toLowerCase() !== value.toLowerCase()) return { label, ...rest };
    const reason = about === 'operator' ? '' : fact.because;
    return { label: `$(check) ${label}`, description: reason, ...rest };
  };
  const current = (label: string, value: 'AC' | 'DC' | undefined): Choice =>
    choice('current', label, value ?? '', {
      setting: 'station.current',
      value,
      comment: { current: value ?? 'auto' },
    });
  const smartCharging = (label: string, value: 'on' | 'off' | undefined): Choice =>
    choice('smart-charging', label, value ?? '', {
      setting: 'station.smartCharging',
      value,
      comment: { smartCharging: value ?? 'auto' },
    });
  const question = (about: StationFact['about'], label: string, ask: Question['ask']): Question => {
    const fact = facts.find((candidate) => candidate.about === about);
    const isKnown = fact !== undefined && fact.because !== '';
    return { label, description: isKnown ? `${fact.value}: ${fact.because}` : '', ask };
  };
  return [
    separator(l10n.t('AC or DC')),
    current(l10n.t('AC station'), 'AC'),
    current(l10n.t('DC station'), 'DC'),
    current(l10n.t('AC or DC: as the file shows it'), undefined),
    separator(l10n.t('smart charging')),
    smartCharging(l10n.t('Smart charging on'), 'on'),
    smartCharging(l10n.t('Smart charging off'), 'off'),
    smartCharging(l10n.t('Smart charging: as the file shows it'), undefined),
    separator(l10n.t('vendor')),
    question('vendor', l10n.t('Vendor …'), askForVendor),
    question('model', l10n.t('Model …'), askForModel),
    separator(l10n.t('operator')),
    choice('operator', l10n.t('Recommendations of GreenFlux'), 'GreenFlux', {
      setting: 'operator',
      value: 'greenflux',
    }),
    choice('operator', l10n.t('No recommendations'), 'none', { setting: 'operator', value: 'none' }),
  ];
}

function separator(label: string): QuickPickItem {
  return { label, kind: QuickPickItemKind.Separator };
}

/**
 * The nearest place first: a comment travels with the file, the project file and a workspace's settings with its
 * folder.
 */
async function pickPlace(
  document: TextDocument,
  status: Status,
  choice: ChoiceEffect,
): Promise<Place | undefined> {
  const places: (QuickPickItem & { readonly place: Place })[] = [];
  if (status.takesComment && choice.comment !== undefined) {
    places.push({
      label: l10n.t('In this file'),
      description: l10n.t('as a comment; wins over settings'),
      place: 'comment',
    });
  }
  // An override has no word for "as the file shows it".
  if (status.takesProjectFile && choice.comment !== undefined && choice.value !== undefined) {
    places.push({
      label: l10n.t('For this file, in {0}', PROJECT_FILE_NAME),
      description: l10n.t('for the whole team, and on the command line; wins over settings'),
      place: 'project-file',
    });
  }
  if (workspace.getWorkspaceFolder(document.uri) !== undefined) {
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
    placeHolder: l10n.t('Where should this be written?'),
  });
  return picked?.place;
}

async function writeInFiles(
  client: BaseLanguageClient,
  document: TextDocument,
  choice: ChoiceEffect,
  place: PlaceInFiles,
): Promise<void> {
  const params: StationCommentParams = {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    place,
    ...choice.comment,
  };
  const edit = await client.sendRequest(StationCommentRequest, params);
  if (edit !== null) await workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit));
  else if (place === 'project-file') {
    void window.showWarningMessage(
      l10n.t('{0} cannot be changed. Does it have mistakes?', PROJECT_FILE_NAME),
    );
  }
}

async function writeSetting(
  document: TextDocument,
  { setting, value }: ChoiceEffect,
  target: ConfigurationTarget,
): Promise<void> {
  await workspace.getConfiguration('ocppConfig', document.uri).update(setting, value, target);
}
