import * as l10n from '@vscode/l10n';
import type { Catalog } from '../../catalog/catalog.ts';
import type { Vendors } from '../../catalog/vendors.ts';
import type { ExplainContext } from '../../features/explain/explain-context.ts';
import { writeKey, writeLookalike } from '../../features/explain/key-sheet.ts';
import { writeMeasurand, writeNotMeasurand } from '../../features/explain/measurand-sheet.ts';
import { USUAL_OPERATOR } from '../../project/project.ts';
import { knowledgeOf, shelfOfCurrentFolder, styleChooser } from '../check-options.ts';
import type { Host } from '../host.ts';
import { knownVendor } from '../known-vendor.ts';
import type { Services } from '../services.ts';
import { choiceWords } from '../similar-names.ts';
import { Sheet } from '../terminal/sheet.ts';
import { UsageError } from '../usage-error.ts';
import { findTopic, type Topic } from './find-topic.ts';
import { writeMarkdown } from './markdown-sheet.ts';
import { topicData } from './topic-data.ts';
import { writeVendor, writeVendorKeys } from './vendor-sheet.ts';

/** The options of `explain` as Commander reads them. */
export interface ExplainFlags {
  readonly format: 'text' | 'json';
  readonly operator?: string;
  /** Any name of a vendor. */
  readonly vendor?: string;
  readonly color?: boolean;
}

/** Prints what is known of a name. Throws a `UsageError` when nothing is. */
export async function explain(
  name: string,
  flags: ExplainFlags,
  host: Host,
  services: Services,
): Promise<void> {
  const shelf = await shelfOfCurrentFolder(services);
  const { catalog, operator } = knowledgeOf(flags.operator ?? USUAL_OPERATOR, shelf);
  const { vendors } = shelf;
  const context = { catalog: vendorCatalog(flags.vendor, vendors) ?? catalog, operator, vendors };
  const topic = findTopic(name, context, services.rulePages());
  if (topic.kind === 'unknown') throw new UsageError(unknownWords(name, topic.similar));
  if (flags.format === 'json') {
    host.output.write(`${JSON.stringify(topicData(topic, context), undefined, 2)}\n`);
    return;
  }
  const sheet = new Sheet(styleChooser(flags.color)(host.output), host.output.width);
  write(topic, name, context, sheet);
  host.output.write(sheet.text());
}

/** The catalog of the vendor that `--vendor` names; undefined where it names none. */
function vendorCatalog(name: string | undefined, vendors: Vendors): Catalog | undefined {
  return name === undefined ? undefined : vendors.catalogOf(knownVendor(name, vendors).id, undefined);
}

type KnownTopic = Exclude<Topic, { readonly kind: 'unknown' }>;

function write(topic: KnownTopic, name: string, context: ExplainContext, sheet: Sheet): void {
  switch (topic.kind) {
    case 'key':
      if (topic.because === 'misspelling')
        sheet.paragraph(l10n.t('{0} is a wrong spelling of {1}.', name, topic.facts.name));
      if (topic.because === 'near')
        sheet.paragraph(
          `${l10n.t('There is no {0}.', name)} ${l10n.t('Did you mean {0}?', topic.facts.name)}`,
        );
      if (topic.because === 'ocpp2')
        sheet.paragraph(l10n.t('{0} is a name of OCPP 2.x; this is the key of OCPP 1.6.', name));
      writeKey(topic.facts, { ...context, catalog: topic.catalog }, sheet);
      break;
    case 'lookalike':
      writeLookalike(topic.lookalike, context, sheet);
      break;
    case 'measurand':
      if (topic.because === 'near')
        sheet.paragraph(
          `${l10n.t('There is no {0}.', name)} ${l10n.t('Did you mean {0}?', topic.match.facts.name)}`,
        );
      writeMeasurand(topic.match, context, sheet);
      break;
    case 'not-measurand':
      writeNotMeasurand(topic.other, context, sheet);
      break;
    case 'vendor-keys':
      writeVendorKeys(name, topic.known, sheet);
      break;
    case 'vendor':
      writeVendor(topic.pack, sheet);
      break;
    case 'rule':
      writeMarkdown(topic.page, sheet);
      break;
  }
}

function unknownWords(name: string, similar: readonly string[]): string {
  const start = l10n.t("nothing is known of '{0}'", name);
  if (similar.length === 0)
    return `${start}. ${l10n.t('Give the name of a key, a measurand, a rule or a vendor')}`;
  return `${start}. ${l10n.t('Did you mean {0}?', choiceWords(similar))}`;
}
