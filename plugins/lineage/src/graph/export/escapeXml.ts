const ENTITIES: Readonly<Record<string, string>> = {
  '<': '&lt;',
  '>': '&gt;',
  '&': '&amp;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * What no XML document may hold, not even as a reference, and control characters
 * that it had better not: among them halves of characters without the other half.
 */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|\p{Noncharacter_Code_Point}/gu;

/** Nearly all that a picture holds is of these, and long; it is seen at one glance. */
const HARMLESS = /^[\w .,:;()#/+-]*$/;

/** A text as content or attribute of XML, whatever characters it holds. */
export function escapeXml(text: string): string {
  if (HARMLESS.test(text)) {
    return text;
  }
  return text
    .replaceAll(FORBIDDEN, '\ufffd')
    .replaceAll(/[<>&"']/g, sign => ENTITIES[sign]);
}
