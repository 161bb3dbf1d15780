import { InitialProjectRequest } from '../../../protocol/messages.ts';
import { understand } from '../analysis.ts';
import { initialProject, type SeenFile } from '../project/initial-project.ts';
import { Cancelled } from './cancellation.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

/** Answers with what `ocpp-config init` would write for the same files. */
export function answerInitialProjects({ platform }: Session, requests: Requests): void {
  const nothing = { text: '', reasons: [], seen: 0 };
  requests.on(InitialProjectRequest, nothing, async ({ files }, token) => {
    const knowledge = platform.knowledge(undefined);
    const seen: SeenFile[] = [];
    for (const { path, text } of files) {
      await platform.pause();
      if (token.isCancellationRequested) throw new Cancelled();
      const understood = understand(text, { knowledge, path });
      if (understood !== undefined) seen.push({ path, understood });
    }
    return { ...initialProject(seen), seen: seen.length };
  });
}
