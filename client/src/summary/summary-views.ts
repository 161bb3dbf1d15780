import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { State } from 'vscode-languageclient';
import type { PageState } from '../page/page-messages.ts';
import type { StatusChanges } from '../status-changes.ts';
import { type SummaryServices, SummaryView } from './summary-view.ts';

/** The kind of the pages, by which `when` clauses and VS Code's memory of a window know them. */
const VIEW_TYPE = 'ocppConfig.summary';

/** The pages that sum up files: one for each file at most. */
export class SummaryViews implements Disposable {
  readonly #services: SummaryServices;
  readonly #views = new Set<SummaryView>();
  readonly #subscriptions: Disposable[];

  constructor(services: SummaryServices, changes: StatusChanges) {
    this.#services = services;
    const { client } = services;
    this.#subscriptions = [
      window.registerWebviewPanelSerializer(VIEW_TYPE, {
        deserializeWebviewPanel: async (panel, state) => this.#restore(panel, state),
      }),
      changes.event(({ uri }) => {
        for (const view of this.#views) {
          const own = client.code2ProtocolConverter.asUri(view.uri);
          if (uri === undefined || uri === own) view.refreshSoon();
        }
      }),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) for (const view of this.#views) view.refreshSoon();
      }),
    ];
  }

  /** The page that a person is looking at; undefined where that is something else. */
  get active(): SummaryView | undefined {
    return [...this.#views].find(({ panel }) => panel.active);
  }

  of(uri: Uri): SummaryView | undefined {
    return [...this.#views].find((view) => view.isAbout(uri));
  }

  /** Shows the page about a file beside it, or brings it to the front. */
  show(uri: Uri): SummaryView {
    const present = this.of(uri);
    if (present !== undefined) {
      present.panel.reveal();
      return present;
    }
    const panel = window.createWebviewPanel(VIEW_TYPE, '', ViewColumn.Beside, { enableFindWidget: true });
    return this.#add(panel, uri);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const view of this.#views) view.panel.dispose();
  }

  #restore(panel: WebviewPanel, state: unknown): void {
    const uri = (state as Partial<PageState> | undefined)?.uri;
    if (typeof uri === 'string') this.#add(panel, Uri.parse(uri, true));
    // Closed before it knew what it is about.
    else panel.dispose();
  }

  #add(panel: WebviewPanel, uri: Uri): SummaryView {
    const view = new SummaryView(this.#services, panel, uri);
    this.#views.add(view);
    panel.onDidDispose(() => {
      this.#views.delete(view);
      view.dispose();
    });
    return view;
  }
}
