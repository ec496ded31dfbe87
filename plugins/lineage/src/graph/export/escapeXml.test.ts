import { escapeXml } from './escapeXml';

describe('escapeXml', () => {
  it.each([
    [`a<b> & "c" 'd'`, 'a&lt;b&gt; &amp; &quot;c&quot; &#39;d&#39;'],
    ['&amp;', '&amp;amp;'],
    ['טבלה 🏳️‍🌈 表', 'טבלה 🏳️‍🌈 表'],
    ['nul\u0000 bell\u0007 del\u007f', 'nul\ufffd bell\ufffd del\ufffd'],
    ['half \ud83d of a pair', 'half \ufffd of a pair'],
    ['none \uffff', 'none \ufffd'],
    ['a\tb\nc', 'a\tb\nc'],
  ])('writes %j', (text, expected) => {
    expect(escapeXml(text)).toBe(expected);
  });
});
