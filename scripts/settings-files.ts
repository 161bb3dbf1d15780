/** The settings in `package.json` and in the manual, from their declarations in `server/src/lsp/setting-declarations.ts`. */

/// <reference path="../server/src/platform/knowledge-modules.d.ts" />

import { importBundled } from './lib/import-bundled.ts';

type SettingsModule = typeof import('../server/src/lsp/setting-declarations.ts');
type Setting = SettingsModule['SETTINGS'][number];
type Schema = Setting['schema'];
type RulesModule = typeof import('../server/src/rules/index.ts');
type KnowledgeModule = typeof import('../server/src/platform/bundled-knowledge.ts');

/** The text of `package.json` with `contributes.configuration` as declared; the rest stays as it is. */
export async function manifestWithSettings(current: string): Promise<string> {
  const manifest = JSON.parse(current) as { contributes?: Readonly<Record<string, unknown>> };
  const { SECTION, settings } = await loadSettings();
  const properties = Object.fromEntries(
    settings.map((setting, order) => [
      `${SECTION}.${setting.name}`,
      {
        ...setting.schema,
        default: setting.default,
        scope: setting.scope,
        order,
        markdownDescription: setting.description,
      },
    ]),
  );
  const contributes = { ...manifest.contributes, configuration: { title: 'OCPP Config', properties } };
  return `${JSON.stringify({ ...manifest, contributes }, undefined, 2)}\n`;
}

/** The page about settings in the manual. */
export async function settingsManual(): Promise<string> {
  const { SECTION, settings } = await loadSettings();
  const rows = settings.map(
    ({ name, schema, default: fallback }) =>
      `| [\`${SECTION}.${name}\`](#${anchorOf(`${SECTION}.${name}`)}) | ${valuesOf(schema)} | \`${JSON.stringify(fallback)}\` |`,
  );
  const sections = settings.map(({ name, description, schema }) =>
    [`## ${SECTION}.${name}`, description, meaningsOf(schema)].filter((part) => part !== '').join('\n\n'),
  );
  return `${[
    '<!-- Generated from server/src/lsp/setting-declarations.ts by "npm run generate". -->',
    '# Settings',
    'All of them hold at once, without a restart, and may differ from folder to folder. In VS Code they are in the settings editor under *OCPP Config*; other editors answer `workspace/configuration` for the section `ocppConfig`, or send them as `initializationOptions.settings`.',
    ['| setting | values | default |', '| --- | --- | --- |', ...rows].join('\n'),
    ...sections,
  ].join('\n\n')}\n`;
}

interface LoadedSettings {
  readonly SECTION: string;
  readonly settings: readonly Setting[];
}

/** The declarations, with the names of the rules that there are, for whoever writes them by hand. */
async function loadSettings(): Promise<LoadedSettings> {
  const [{ SECTION, SETTINGS }, rules] = await Promise.all([
    importBundled<SettingsModule>('server/src/lsp/setting-declarations.ts'),
    loadRuleTitles(),
  ]);
  const settings = SETTINGS.map(
    (setting): Setting =>
      setting.name === 'rules' ? { ...setting, schema: withRules(setting.schema, rules) } : setting,
  );
  return { SECTION, settings };
}

/** Each rule's title by its id, those of operators last. */
async function loadRuleTitles(): Promise<ReadonlyMap<string, string>> {
  const [{ RULES }, { operatorProfiles, standardKnowledge }] = await Promise.all([
    importBundled<RulesModule>('server/src/rules/index.ts'),
    importBundled<KnowledgeModule>('server/src/platform/bundled-knowledge.ts'),
  ]);
  const own = RULES.filter((rule) => rule.standsFor === undefined).map(
    ({ id, title }) => [id, title] as const,
  );
  const crossKey = standardKnowledge().crossKeyRules.flatMap(({ rules }) =>
    rules.map(({ id, title }) => [id, title] as const),
  );
  const advice = operatorProfiles().flatMap((operator) => [
    [`${operator.id}/*`, `All recommendations of ${operator.name}`] as const,
    ...operator.recommendations.map(
      ({ id, title }) => [`${operator.id}/${id}`, `${operator.name}: ${title}`] as const,
    ),
  ]);
  return new Map([...own, ...crossKey, ...advice]);
}

function withRules(schema: Schema, rules: ReadonlyMap<string, string>): Schema {
  const severity = schema.additionalProperties;
  if (severity === undefined || severity === false) {
    throw new Error('The setting "rules" has no schema for its severities.');
  }
  const { markdownEnumDescriptions: _, ...severityOnly } = severity;
  const properties = Object.fromEntries(
    [...rules].map(([id, title]) => [id, { ...severityOnly, markdownDescription: title }]),
  );
  return { ...schema, properties };
}

function valuesOf({ type, enum: values, additionalProperties }: Schema): string {
  if (type === 'object') {
    return additionalProperties ? `object of ${valuesOf(additionalProperties)}` : 'object';
  }
  if (type === 'boolean') return '`true`, `false`';
  return values === undefined ? type : values.map((value) => `\`${value}\``).join(', ');
}

/** What each value means, as a list; for an object what its members mean. */
function meaningsOf({ enum: values, markdownEnumDescriptions, properties }: Schema): string {
  if (properties !== undefined) {
    return Object.entries(properties)
      .map(([name, { markdownDescription }]) => `- \`${name}\`: ${markdownDescription}`)
      .join('\n');
  }
  return (values ?? [])
    .map((value, index) => `- \`${value}\`: ${markdownEnumDescriptions?.[index] ?? ''}`)
    .join('\n');
}

/** As GitHub makes the anchor of a heading. */
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-');
}
