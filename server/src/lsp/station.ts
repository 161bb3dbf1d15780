import {
  type KnownVendor,
  StationCommentRequest,
  StatusChangedNotification,
  type StatusChangedParams,
  StatusRequest,
  VendorsRequest,
} from '../../../protocol/messages.ts';
import type { Analysis } from '../analysis.ts';
import { stationSummary } from '../features/station-summary.ts';
import { documentEdit, toEdits } from './convert.ts';
import { canHaveProjectFile } from './find-project-file.ts';
import { type Requests, runLogged } from './requests.ts';
import type { Session } from './session.ts';
import type { Snapshot } from './snapshot.ts';
import { commentStarter, stationCommentEdit } from './station-comment.ts';
import { stationInProject } from './station-in-project.ts';

/** Answers what was recognised, and how to say it better. */
export function answerStation(session: Session, requests: Requests): void {
  requests.on(StatusRequest, null, async ({ textDocument, position }, token) => {
    const { snapshot, understood: analysis } = (await session.analyse(textDocument.uri, token)) ?? {};
    if (snapshot === undefined || analysis === undefined) return null;
    const takesComment = commentStarter(analysis.document, snapshot.document.languageId) !== undefined;
    const offset = position && snapshot.lines.offsetAt(position);
    const takesProjectFile = canHaveProjectFile(session, textDocument.uri);
    return { ...stationSummary(analysis, offset), takesComment, takesProjectFile };
  });

  requests.on(VendorsRequest, null, async ({ textDocument }) => {
    const { snapshot, understood } = (await session.newestUnderstood(textDocument.uri)) ?? {};
    if (snapshot === undefined) return null;
    const vendors = (snapshot.options.knowledge.vendors?.entries ?? []).map(
      ({ id, name, names, models }): KnownVendor => ({
        id,
        name,
        names: names.filter((other) => other !== name),
        models: models.map((model) => model.name),
      }),
    );
    const scopes = understood?.resolved.scopes ?? [];
    const current = scopes.find(({ station }) => station.vendorId !== undefined)?.station.vendorId ?? null;
    return {
      vendors: vendors.sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1)),
      current,
    };
  });

  requests.on(StationCommentRequest, null, async (params) => {
    const { textDocument, current, smartCharging, vendor, model } = params;
    const { snapshot, understood } = (await session.understand(textDocument.uri)) ?? {};
    if (snapshot === undefined || understood === undefined) return null;
    if (params.place === 'project-file') return stationInProject(session, params);
    const edit = stationCommentEdit(understood.document, snapshot.document.languageId, {
      current,
      'smart-charging': smartCharging,
      vendor,
      model,
    });
    if (edit === undefined) return null;
    return documentEdit(session.abilities, snapshot.document, toEdits(snapshot.lines, [edit]));
  });
}

/** Tells the editor when it should ask again what was recognised. */
export class StatusNews {
  readonly #session: Session;
  /** The newest snapshot that was told of, by document; undefined for one that is not ours. */
  readonly #told = new Map<string, string | undefined>();

  constructor(session: Session) {
    this.#session = session;
    session.documents.onDidClose(({ document }) => this.#told.delete(document.uri));
  }

  /** A snapshot has been analysed. Nothing is said of files that are not ours and never were. */
  analysed({ id, document: { uri } }: Snapshot, analysis: Analysis | undefined): void {
    const now = analysis === undefined ? undefined : id;
    if (this.#told.get(uri) === now) return;
    this.#told.set(uri, now);
    this.#tell({ uri });
  }

  settingsChanged(): void {
    this.#tell({});
  }

  #tell(params: StatusChangedParams): void {
    const { connection } = this.#session;
    runLogged(connection, StatusChangedNotification.method, () =>
      connection.sendNotification(StatusChangedNotification, params),
    );
  }
}
