import { type Disposable, type Event, EventEmitter } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { StatusChangedNotification, type StatusChangedParams } from '../../protocol/messages.ts';

/**
 * Passes on the server's word that what is known of a document may be different now. All who want to hear it listen
 * here: a client has one listener for each notification, and a second takes the place of the first.
 */
export class StatusChanges implements Disposable {
  readonly #emitter = new EventEmitter<StatusChangedParams>();
  readonly #subscription: Disposable;
  readonly event: Event<StatusChangedParams> = this.#emitter.event;

  constructor(client: BaseLanguageClient) {
    this.#subscription = client.onNotification(StatusChangedNotification, (change) =>
      this.#emitter.fire(change),
    );
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#emitter.dispose();
  }
}
