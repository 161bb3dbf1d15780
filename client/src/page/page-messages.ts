/** What the page of a summary and the extension say to each other. */

export type ToPage =
  | {
      readonly type: 'show';
      /** Which contents these are; the page names it when something in them is clicked. */
      readonly round: number;
      /** The contents of an HTML body, in which all text is escaped. */
      readonly body: string;
      readonly style: string;
      /** Read out by a screen reader, where it is another than before. */
      readonly news: string;
      /** What the page is to be shown of again after the window was loaded anew. */
      readonly state: PageState;
    }
  /** Something that only needs to be said. */
  | { readonly type: 'say'; readonly news: string }
  /** What is shown is older than the text; newer contents are on their way. */
  | { readonly type: 'wait' };

export type FromPage =
  | { readonly type: 'ready' }
  | { readonly type: 'go'; readonly round: number; readonly range: string }
  | { readonly type: 'fix'; readonly round: number; readonly fix: string }
  | { readonly type: 'command'; readonly round: number; readonly command: string };

export interface PageState {
  /** The address of the file that is summed up. */
  readonly uri: string;
}
