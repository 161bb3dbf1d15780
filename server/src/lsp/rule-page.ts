import { RulePageRequest } from './own-messages.ts';
import type { Requests } from './requests.ts';
import type { Session } from './session.ts';

export function answerRulePages(session: Session, requests: Requests): void {
  requests.on(RulePageRequest, null, async ({ rule }) => (await session.platform.rulePage(rule)) ?? null);
}
