import type { Analysis } from '../analysis.ts';
import type { Catalog } from '../catalog/catalog.ts';
import type { ConfigDocument } from '../model/document.ts';
import type { OwnFile } from '../project/project.ts';

/**
 * What is wrong in a project file, a pack or a profile, in the form in which charger configurations are reported: a
 * text without configurations. Its kind stands for a shape.
 */
export function ownFileAnalysis({ kind, text, problems }: OwnFile, catalog: Catalog): Analysis {
  const document: ConfigDocument = {
    text,
    format: 'json',
    shape: kind,
    scopes: [],
    syntaxProblems: [],
    comments: [],
  };
  const resolved = { document, catalog, operator: undefined, scopes: [] };
  return { document, resolved, problems, suppressed: 0, usedIgnores: new Set() };
}
