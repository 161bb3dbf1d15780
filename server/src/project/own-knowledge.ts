import * as l10n from '@vscode/l10n';
import type { OperatorProfile } from '../catalog/operator-profile.ts';
import type { VendorPack } from '../catalog/vendor-pack.ts';
import { parseFile } from './parse-file.ts';
import { type FileProblem, type FileSchema, readBySchema, type SchemaReading } from './schema-reader.ts';
import { quoted, quotedList, suggestion } from './words.ts';

/** The schemas of the files that users write, as they come with the program. */
export interface FileSchemas {
  readonly project: FileSchema;
  readonly pack: FileSchema;
  readonly profile: FileSchema;
}

/** A pack or a profile as far as it could be read. */
export interface ReadKnowledge<Value> {
  /** Undefined: nothing in it is of use. */
  readonly value: Value | undefined;
  readonly problems: readonly FileProblem[];
  readonly reading: SchemaReading | undefined;
}

/** Reads a vendor pack. A key, quirk or role that is not as it must be is left out, the others hold. */
export function readPack(text: string, schema: FileSchema): ReadKnowledge<VendorPack> {
  const { value, problems, reading } = readAs<VendorPack>(text, schema);
  if (value === undefined || reading === undefined) return { value, problems, reading };
  return { value, problems: [...problems, ...sourceProblems(value, reading)], reading };
}

/** Reads an operator profile; what it extends is looked up by whoever knows the others. */
export function readProfile(text: string, schema: FileSchema): ReadKnowledge<OperatorProfile> {
  return readAs<OperatorProfile>(text, schema);
}

function readAs<Value>(text: string, schema: FileSchema): ReadKnowledge<Value> {
  const { root, problems } = parseFile(text);
  if (root === undefined) {
    const empty = { message: l10n.t('The file is empty.'), range: { start: 0, end: 0 } };
    return { value: undefined, problems: problems.length === 0 ? [empty] : problems, reading: undefined };
  }
  const reading = readBySchema(root, schema);
  return {
    // What has come through the schema has the form of the type: a test holds the two together.
    value: reading.value as Value | undefined,
    problems: [...problems, ...reading.problems],
    reading,
  };
}

/** Ids of sources that `sources` does not have. The fact counts all the same, but nobody can look it up. */
function sourceProblems(pack: VendorPack, reading: SchemaReading): FileProblem[] {
  const known = Object.keys(pack.sources);
  return (['keys', 'quirks'] as const).flatMap((list) =>
    pack[list].flatMap(({ sources }, index) =>
      sources.flatMap((id, place): FileProblem[] =>
        known.includes(id)
          ? []
          : [
              {
                message: [
                  l10n.t('"sources" has no {0}.', quoted(id)),
                  suggestion(id, known) ?? l10n.t('There are {0}.', quotedList(known)),
                ].join(' '),
                range: reading.rangeOf([list, index, 'sources', place]),
              },
            ],
      ),
    ),
  );
}
