import { extensions, type Uri, workspace } from 'vscode';

/** A setting as `package.json` declares it, as far as it is looked at here. */
interface Declaration {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/**
 * Our settings that are not as they come, one line each. Only words that `package.json` itself lists are told, and
 * numbers and switches: anything else may be a name or a path, and is counted.
 */
export function changedSettings(uri: Uri | undefined): readonly string[] {
  const manifest = extensions.getExtension('ocpp-config.ocpp-config')?.packageJSON as
    | {
        readonly contributes: {
          readonly configuration: { readonly properties: Record<string, Declaration> };
        };
      }
    | undefined;
  const configuration = workspace.getConfiguration(undefined, uri);
  return Object.entries(manifest?.contributes.configuration.properties ?? {}).flatMap(
    ([name, declaration]) => {
      const value: unknown = configuration.get(name);
      if (JSON.stringify(value) === JSON.stringify(declaration.default)) return [];
      return [`\`${name}\`: ${toldValue(value, declaration)}`];
    },
  );
}

function toldValue(value: unknown, { enum: words, properties }: Declaration): string {
  if (typeof value === 'boolean' || typeof value === 'number' || value === null) return String(value);
  if (typeof value === 'string') return words?.includes(value) === true ? value : 'set';
  if (Array.isArray(value)) return `${value.length} entries`;
  const entries = Object.entries((value ?? {}) as Record<string, unknown>);
  const known = entries.filter(([name, entry]) => properties?.[name] !== undefined && isWord(entry));
  const told = known.map(([name, entry]) => `${name} ${String(entry)}`);
  const others = entries.length - known.length;
  return [...told, ...(others === 0 ? [] : [`${others} entries`])].join(', ') || 'empty';
}

/** One lower-case word, such as a severity. */
function isWord(value: unknown): boolean {
  return typeof value === 'string' && /^[a-z]{1,20}$/.test(value);
}
