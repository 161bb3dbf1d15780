import { bundledKnowledge, fileSchemas } from '../../../server/src/platform/bundled-knowledge.ts';
import type { ProjectFiles } from '../../../server/src/project/files.ts';
import { loadProject } from '../../../server/src/project/load-project.ts';
import type { Project } from '../../../server/src/project/project.ts';

/** Files that exist only here, by path; a value that begins with `→` is a link, whose target may be hidden. */
export class MemoryFiles implements ProjectFiles {
  readonly reads: string[] = [];
  readonly #files: Map<string, string>;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
  }

  async read(path: string, limit: number) {
    this.reads.push(path);
    const text = this.#files.get(path);
    if (text !== undefined && text.length > limit) return { kind: 'too-large' } as const;
    if (text !== undefined) return { kind: 'text', text } as const;
    return this.#isFolder(path) ? ({ kind: 'folder' } as const) : ({ kind: 'missing' } as const);
  }

  async list(folder: string) {
    const below = [...this.#files.keys()]
      .filter((path) => path.startsWith(`${folder}/`))
      .map((path) => path.slice(folder.length + 1));
    return {
      kind: 'names',
      files: below.filter((path) => !path.includes('/')),
      folders: below.filter((path) => path.includes('/')).map((path) => path.split('/')[0] ?? ''),
    } as const;
  }

  async whereLinksLead(folder: string, path: string) {
    const text = this.#files.get(path);
    if (text === '→') return 'unknown';
    return text?.startsWith('→') && !text.startsWith(`→${folder}/`) ? 'outside' : 'inside';
  }

  #isFolder(path: string): boolean {
    return [...this.#files.keys()].some((file) => file.startsWith(`${path}/`));
  }
}

/** A project in `/fleet` with this project file, and other files by their paths in it. */
export async function projectWith(
  file: unknown,
  others: Readonly<Record<string, unknown>> = {},
): Promise<Project> {
  const text = typeof file === 'string' ? file : JSON.stringify(file, undefined, 2);
  const files = Object.fromEntries(
    Object.entries(others).map(([name, contents]) => [
      name.startsWith('/') ? name : `/fleet/${name}`,
      typeof contents === 'string' ? contents : JSON.stringify(contents, undefined, 2),
    ]),
  );
  return loadProject('/fleet/.ocpp-config.json', text, {
    files: new MemoryFiles({ ...files, '/fleet/.ocpp-config.json': text }),
    schemas: fileSchemas,
    base: bundledKnowledge,
  });
}

/** The problems of one of a project's files: "the text it is about: what is wrong". */
export function problemsIn(project: Project, name = '.ocpp-config.json'): string[] {
  const file = project.files.find(({ path }) => path === `/fleet/${name}`);
  if (file === undefined) throw new Error(`the project has no file ${name}`);
  return file.problems.map(({ range, message }) => {
    const text = file.text.slice(range.start, range.end);
    return `${text.length > 30 ? `${text.slice(0, 30).trimEnd()}…` : text}: ${message}`;
  });
}

/** The smallest pack, with these members. */
export function packWith(members: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: 'acme',
    name: 'Acme',
    names: ['Acme'],
    models: [],
    keys: [],
    quirks: [],
    roles: [],
    sources: { manual: { title: 'Manual' } },
    ...members,
  };
}

/** The smallest key of a pack. */
export function packKey(
  name: string,
  members: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    name,
    type: 'integer',
    access: 'read-write',
    summary: 'What it does.',
    basis: 'documented',
    sources: ['manual'],
    ...members,
  };
}

/** A profile with one recommendation for the heartbeat. */
export function profileWith(
  id: string,
  heartbeat: number,
  members: Readonly<Record<string, unknown>> = {},
): Record<string, unknown> {
  return {
    id,
    name: id.toUpperCase(),
    source: { title: 'Agreement' },
    recommendations: [
      {
        id: 'heartbeat-interval',
        title: 'Heartbeat interval',
        keys: ['HeartbeatInterval'],
        reason: 'Agreed.',
        cases: [
          {
            expect: { value: heartbeat },
            breaches: [{ if: 'differs', severity: 'warning', because: 'it is not as agreed' }],
          },
        ],
      },
    ],
    ...members,
  };
}
