import { l10n, type QuickPickItem, QuickPickItemKind, type TextDocument, window } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { type KnownVendors, VendorsRequest } from '../../../protocol/messages.ts';
import type { ChoiceEffect } from './set-station-context.ts';

type Choice = QuickPickItem & { readonly effect: ChoiceEffect };

/** Asks whose station the file is for; undefined when nothing was chosen. */
export async function askForVendor(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<ChoiceEffect | undefined> {
  const known = await vendorsFor(client, document);
  const choices: Choice[] = (known?.vendors ?? []).map(({ id, name, names }) => ({
    label: id === known?.current ? `$(check) ${name}` : name,
    description: names.join(', '),
    effect: vendorEffect(id),
  }));
  return pick([{ label: l10n.t('As the file shows it'), effect: vendorEffect(undefined) }, ...choices], {
    placeHolder: l10n.t('Whose station is this file for?'),
  });
}

/** Asks which model the station is: one that the vendor's pack knows, or any other by name. */
export async function askForModel(
  client: BaseLanguageClient,
  document: TextDocument,
): Promise<ChoiceEffect | undefined> {
  const known = await vendorsFor(client, document);
  const models = known?.vendors.find(({ id }) => id === known.current)?.models ?? [];
  const other: QuickPickItem = { label: l10n.t('Another model …') };
  const chosen = await window.showQuickPick<Choice | QuickPickItem>(
    [
      { label: l10n.t('As the file shows it'), effect: modelEffect(undefined) },
      ...models.map((model) => ({ label: model, effect: modelEffect(model) })),
      { label: '', kind: QuickPickItemKind.Separator },
      other,
    ],
    { title: l10n.t('OCPP: Station'), placeHolder: l10n.t('Which model is it?') },
  );
  if (chosen !== other) return chosen !== undefined && 'effect' in chosen ? chosen.effect : undefined;
  const name = await window.showInputBox({
    title: l10n.t('OCPP: Station'),
    prompt: l10n.t('The model as the station reports it'),
  });
  return name === undefined || name.trim() === '' ? undefined : modelEffect(name.trim());
}

async function pick(
  choices: readonly Choice[],
  options: { readonly placeHolder: string },
): Promise<ChoiceEffect | undefined> {
  const chosen = await window.showQuickPick(choices, {
    ...options,
    title: l10n.t('OCPP: Station'),
    matchOnDescription: true,
  });
  return chosen?.effect;
}

function vendorsFor(client: BaseLanguageClient, document: TextDocument): Promise<KnownVendors | null> {
  const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
  return client.sendRequest(VendorsRequest, { textDocument });
}

function vendorEffect(vendor: string | undefined): ChoiceEffect {
  return { setting: 'station.vendor', value: vendor, comment: { vendor: vendor ?? 'auto' } };
}

function modelEffect(model: string | undefined): ChoiceEffect {
  return { setting: 'station.model', value: model, comment: { model: model ?? 'auto' } };
}
