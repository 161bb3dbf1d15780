import type { StationCommentParams } from '../../../protocol/messages.ts';
import { stationEdits } from '../project/add-station.ts';
import type { ProjectStation } from '../project/project-file.ts';
import { findProjectFile } from './find-project-file.ts';
import { globFor, projectFileEdit } from './project-file-edit.ts';
import type { Session } from './session.ts';
import type { WorkspaceEdit } from './vscode-languageserver.ts';

/**
 * The edit by which the nearest project file, or a new one, says what a document's station is. One that changes nothing
 * where it says so already; null where it cannot be said there.
 */
export async function stationInProject(
  session: Session,
  params: StationCommentParams,
): Promise<WorkspaceEdit | null> {
  const station = stationOf(params);
  if (Object.keys(station).length === 0) return null;
  const file = await findProjectFile(session, params.textDocument.uri);
  const added = file && stationEdits(file.text ?? '', globFor(file), station);
  if (file === undefined || added === undefined) return null;
  if (added.length === 0) return { changes: {} };
  return projectFileEdit(session.abilities, file, added) ?? null;
}

/** What is said; an override has no word for "as the file shows it". */
function stationOf({ current, smartCharging, vendor, model }: StationCommentParams): ProjectStation {
  const isSaid = (value: string | undefined): value is string => value !== undefined && value !== 'auto';
  return {
    ...(current === 'AC' || current === 'DC' ? { current } : {}),
    ...(isSaid(smartCharging) ? { smartCharging: smartCharging === 'on' } : {}),
    ...(isSaid(vendor) ? { vendor } : {}),
    ...(isSaid(model) ? { model } : {}),
  };
}
