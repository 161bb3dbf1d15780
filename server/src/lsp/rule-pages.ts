/** Where the page of a rule is, for an editor that has no place of its own for it. */
export const PUBLISHED_RULE_PAGES = 'https://github.com/ocpp-config/ocpp-config/blob/main/server/src/rules/';

/** The addresses of the rules' pages, which stand behind each problem's code. */
export class RulePages {
  readonly #base: string;

  /** @param base where the editor shows pages itself, without a network; ends with a slash */
  constructor(base: string | undefined) {
    this.#base = base ?? PUBLISHED_RULE_PAGES;
  }

  addressOf(rule: string): string {
    return `${this.#base}${rule}.md`;
  }
}
