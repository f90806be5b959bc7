/** What XML 1.0 has no place for, not even escaped. One of them makes a feed or a sitemap unreadable as a whole. */
export const notInXml = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
