import type { CommandContext } from './index.ts';
import { fileToWorkOn, tellThatNoneIsOurs } from './target-document.ts';

/** Shows the summary of a file beside it. */
export async function showSummary(context: CommandContext, given: unknown): Promise<void> {
  const document = await fileToWorkOn(context, given);
  if (document === undefined) return;
  if ((await context.status.statusOf(document)) === undefined) tellThatNoneIsOurs();
  else context.views.show(document.uri);
}
