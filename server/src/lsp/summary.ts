import * as l10n from '@vscode/l10n';
import {
  type SummaryAnswer,
  SummaryFixRequest,
  type SummaryParams,
  SummaryRequest,
} from '../../../protocol/messages.ts';
import { summaryHtmlFile } from '../features/summary/html-file.ts';
import type { SummaryPage } from '../features/summary/page.ts';
import { type LivePage, type PageAction, summaryBody } from '../features/summary/render-html.ts';
import { summaryMarkdown } from '../features/summary/render-markdown.ts';
import { SUMMARY_STYLE } from '../features/summary/style.ts';
import { summarise } from '../features/summary/summarise.ts';
import type { Summary } from '../features/summary/summary.ts';
import { summaryFix } from '../features/summary/summary-fix.ts';
import { summaryPage } from '../features/summary/summary-page.ts';
import { countsWords } from '../features/summary/summary-words.ts';
import type { LineIndex } from '../text/line-index.ts';
import { Cancelled } from './cancellation.ts';
import { documentEdit, toEdits } from './convert.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

/** Answers the summary of a document, and the edit behind a fix in it. */
export function answerSummaries(session: Session, requests: Requests): void {
  requests.on(SummaryRequest, null, async (params, token): Promise<SummaryAnswer | null> => {
    const { snapshot, understood: analysis } = (await session.analyse(params.textDocument.uri, token)) ?? {};
    if (snapshot === undefined || analysis === undefined) return null;
    if (token.isCancellationRequested) throw new Cancelled();
    const { lines, document, options } = snapshot;
    const summary = summarise(analysis, options);
    const page = summaryPage(summary, lines, params);
    return {
      version: document.version,
      title: page.title,
      text: rendered(page, summary, lines, params),
      style: params.as === 'page' ? SUMMARY_STYLE : '',
      news: countsWords(summary.counts, summary.suppressed),
    };
  });

  requests.on(SummaryFixRequest, null, async ({ textDocument, version, fix }, token) => {
    const { snapshot, understood: analysis } = (await session.analyse(textDocument.uri, token)) ?? {};
    // A summary of another text may call another thing by this name.
    if (snapshot?.document.version !== version || analysis === undefined) return null;
    const found = summaryFix(analysis, snapshot.options, fix);
    if (found === undefined) return null;
    const edits = toEdits(snapshot.lines, found.edits);
    return { title: found.title, edit: documentEdit(session.abilities, snapshot.document, edits) };
  });
}

function rendered(page: SummaryPage, summary: Summary, lines: LineIndex, params: SummaryParams): string {
  switch (params.as) {
    case 'page':
      return summaryBody(page, livePage(summary, lines));
    case 'html':
      return summaryHtmlFile(page, params.language);
    case 'markdown':
      return summaryMarkdown(page);
  }
}

function livePage(summary: Summary, lines: LineIndex): LivePage {
  return {
    lines,
    actions: actionsFor(summary),
    actionsLabel: l10n.t('What to do with this file'),
    sayStation: l10n.t('Say what the station is'),
  };
}

/** What the editor is asked to do about the whole file; it knows these by `data-command`. */
function actionsFor({ recommendedChanges, hasSafeFixes }: Summary): readonly PageAction[] {
  const actions: PageAction[] = [];
  if (recommendedChanges !== 0) {
    const title =
      recommendedChanges === undefined
        ? l10n.t('Apply all recommended values')
        : recommendedChanges === 1
          ? l10n.t('Apply 1 recommended value')
          : l10n.t('Apply {0} recommended values', recommendedChanges);
    actions.push({ command: 'applyRecommended', title });
  }
  if (hasSafeFixes) actions.push({ command: 'fixAll', title: l10n.t('Fix all safe problems') });
  actions.push(
    { command: 'setStationContext', title: l10n.t('Set station context') },
    { command: 'showFile', title: l10n.t('Show the file') },
    { command: 'saveSummary', title: l10n.t('Save this summary') },
  );
  return actions;
}
