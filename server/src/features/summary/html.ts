/** Text as HTML shows it letter for letter, in an element or in a quoted attribute. */
export function escapedHtml(text: string): string {
  return visible(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** The same for names and lists without blanks, which a narrow page may break between their words. */
export function breakableHtml(text: string): string {
  return text
    .split(/(?<=[a-z0-9])(?=[A-Z])|(?<=[.,])(?=\w)/)
    .map(escapedHtml)
    .join('<wbr>');
}

/** An attribute's value that is read back by a program: every character stays what it is. */
export function escapedAttribute(value: string): string {
  return value.replace(/[^\w .:,/-]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Signs that are not seen or turn the writing direction, replaced by one that is seen. */
function visible(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[\p{Cf}\p{Cs}]/gu, '\ufffd');
}
