/** Where the page of a rule is, for an editor that has no place of its own for it. */
export const PUBLISHED_RULE_PAGES = 'https://github.com/ocpp-config/ocpp-config/blob/main/server/src/rules/';

/** The page about problems in the files that users write for us, which are no rules' problems. */
const OWN_FILES_PAGE = 'https://github.com/ocpp-config/ocpp-config/blob/main/docs/project-file.md';
const IN_OWN_FILES: readonly string[] = ['project-file', 'vendor-pack', 'operator-profile'];

/** The addresses of the rules' pages, which stand behind each problem's code. */
export class RulePages {
  readonly #base: string;

  /** @param base where the editor shows pages itself, without a network; ends with a slash */
  constructor(base: string | undefined) {
    this.#base = base ?? PUBLISHED_RULE_PAGES;
  }

  addressOf(rule: string): string {
    return IN_OWN_FILES.includes(rule) ? OWN_FILES_PAGE : `${this.#base}${rule}.md`;
  }
}
