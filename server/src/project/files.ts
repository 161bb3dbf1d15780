/** What can be read of a user's files, by paths as in `paths.ts`. Each platform has its own. */
export interface ProjectFiles {
  /** The text of a file; never more than `limit` bytes of it. */
  read(path: string, limit: number): Promise<FileContents>;
  /** The names of the files and folders in a folder. */
  list(folder: string): Promise<FolderContents>;
  /** Where the links lead that are in a path in a folder. Where nothing is, nothing leads out. */
  whereLinksLead(folder: string, path: string): Promise<WhereLinksLead>;
}

/** `unknown`: there is a link, and it cannot be seen where it leads. */
export type WhereLinksLead = 'inside' | 'outside' | 'unknown';

export type FileContents =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'folder' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'too-large' }
  /** The system would not let us; the message is a clause, such as "permission denied". */
  | { readonly kind: 'trouble'; readonly message: string };

export type FolderContents =
  | { readonly kind: 'names'; readonly files: readonly string[]; readonly folders: readonly string[] }
  | { readonly kind: 'trouble'; readonly message: string };
