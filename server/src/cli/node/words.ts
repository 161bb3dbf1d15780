import * as l10n from '@vscode/l10n';

/** What a system error means, in words that say what to look at. */
export function errorWords(error: unknown): string {
  const code = errorCode(error);
  const words = code === undefined ? undefined : WORDS[code]?.();
  if (words !== undefined) return words;
  return error instanceof Error ? error.message : String(error);
}

/** The system's name of an error, `ENOENT`; undefined for errors that are not the system's. */
export function errorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const WORDS: Readonly<Record<string, () => string>> = {
  EACCES: () => l10n.t('permission denied'),
  EDQUOT: () => l10n.t('the disk has no more space for this user'),
  EFBIG: () => l10n.t('the system does not allow files of this size'),
  EBUSY: () => l10n.t('another program uses it'),
  EIO: () => l10n.t('the disk reports an error'),
  EISDIR: () => l10n.t('it is a folder'),
  ELOOP: () => l10n.t('its symbolic links lead in a circle'),
  EMFILE: () => l10n.t('too many files are open'),
  ENAMETOOLONG: () => l10n.t('the name is too long'),
  ENOENT: () => l10n.t('no such file or folder'),
  ENOSPC: () => l10n.t('no space left on the disk'),
  ENOTDIR: () => l10n.t('a part of the path is no folder'),
  EPERM: () => l10n.t('the system does not allow it'),
  EROFS: () => l10n.t('the disk is read-only'),
  ETXTBSY: () => l10n.t('another program uses it'),
};
